// On every page of someone who is signed in: looks whether this browser holds work of theirs that no server has
// acknowledged. If there is none, that look is all. The pages of a case send what is of that case themselves.
import type { UnsentRecord } from '../core/fieldwork/unsent/unsentRecord.ts'
import type { UnsentWork } from './unsent-banner/unsentWork.ts'
import { recordsOf } from './unsentStore.ts'

const caseApi = document.querySelector<HTMLElement>('[data-case]')?.dataset['api']
const concerns = ({ api }: UnsentRecord): boolean => api !== caseApi
let started: Promise<UnsentWork | undefined> | undefined

async function look(template: HTMLTemplateElement): Promise<void> {
  const { person = '' } = template.dataset
  if (!(await recordsOf(person)).some(concerns)) return
  started ??= start(template, person)
  await (await started)?.send()
}

async function start(template: HTMLTemplateElement, person: string): Promise<UnsentWork | undefined> {
  const { UnsentWork } = await import('./unsent-banner/unsentWork.ts')
  const banner = document.importNode(template.content, true).firstElementChild
  if (!(banner instanceof HTMLElement)) return undefined
  const unsent = new UnsentWork({
    person,
    concerns,
    isNextToCase: caseApi !== undefined,
    banner,
    warning: document.querySelector<HTMLElement>('[data-unsent-warning]'),
  })
  await unsent.start()
  return unsent
}

const template = document.querySelector<HTMLTemplateElement>('template[data-unsent]')
if (template !== null && 'indexedDB' in window) {
  addEventListener('online', () => look(template))
  // Another tab may have left something behind since.
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && look(template),
  )
  void look(template)
}
