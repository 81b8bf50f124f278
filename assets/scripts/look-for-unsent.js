// On every page of somebody who is signed in: looks whether this browser holds work of theirs that no server has
// acknowledged. Where there is none, that look is all. The pages of a case send what is of that case themselves.

import { recordsOf } from 'asset:fieldwork-browser-store.js'

const template = document.querySelector('template[data-unsent]')
const caseApi = document.querySelector('[data-case]')?.dataset.api
const concerns = ({ api }) => api !== caseApi
let started

async function look() {
  const { person } = template.dataset
  if (!(await recordsOf(person)).some(concerns)) return
  started ??= start(person)
  await (await started).send()
}

async function start(person) {
  const { UnsentWork } = await import('asset:fieldwork-unsent.js')
  const unsent = new UnsentWork({
    person,
    concerns,
    isBesideCase: caseApi !== undefined,
    formToken: document.querySelector('meta[name="form-token"]').content,
    banner: template.content.firstElementChild.cloneNode(true),
    warning: document.querySelector('[data-unsent-warning]'),
  })
  await unsent.start()
  return unsent
}

if ('indexedDB' in window) {
  addEventListener('online', look)
  // Another tab may have left something behind since.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  look()
}
