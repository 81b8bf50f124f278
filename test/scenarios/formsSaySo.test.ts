/** Every form of a case list and of a sample says what it did. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'
import { northmoor, projectEditions, takeMadeUpList } from '../support/sampleOfNorthmoor.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const base = `/inspections/${northmoor}`
let server: TestServer
let lead: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await startTestServer()
  lead = await signedInHeaders(server, 'lead')
})
afterAll(() => server?.close())

type Body = Readonly<Record<string, string>>

/** What the page says that a form led to. */
async function said(path: string, body: Body | FormData): Promise<string> {
  const sent = body instanceof FormData ? body : new URLSearchParams(body)
  const answer = await fetch(`${server.address}${base}${path}`, { method: 'POST', headers: lead, body: sent })
  const html = await answer.text()
  const [, banner = ''] = /govuk-notification-banner--success([\s\S]*?)<\/div>\s*<\/div>/.exec(html) ?? []
  const [, text] = /govuk-notification-banner__heading">\s*([^<]*?)\s*</.exec(banner) ?? []
  return text ?? `${answer.status}: nothing`
}

async function page(path: string): Promise<string> {
  return (await fetch(`${server.address}${base}${path}`, { headers: lead })).text()
}

async function hidden(path: string, name: string): Promise<string> {
  const [, value = ''] = new RegExp(`name="${name}" value="([^"]*)"`).exec(await page(path)) ?? []
  return value
}

/** Sends the made-up list, to be looked at before it is accepted; returns where it waits. */
async function sendList(): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([plainCsv(madeUpTable())]), 'list.csv')
  const answer = await fetch(`${server.address}${base}/case-list`, {
    method: 'POST',
    headers: lead,
    body: form,
  })
  return new URL(answer.url).pathname.replace(base, '')
}

test('a case list and a sample', async () => {
  expect(await said(`${await sendList()}/give-up`, {})).toContain('The file is removed.')
  const waiting = await sendList()
  expect(await said(`${waiting}/columns`, {})).toBe('The list was read again with these columns.')
  await takeMadeUpList(server.shell, await projectEditions())
  const plan = { fieldwork: '2024-06-10', seed: '08 15', seedAgreed: 'Both.' }
  expect(await said('/sample/plan', plan)).toBe('The start of fieldwork and the seed are saved.')
  const size = { domain: 'court', size: '5', reason: 'A short week.', by: 'Lead' }
  expect(await said('/sample/size', size)).toBe('The sample size is set.')
  expect(await said('/sample/size', { domain: 'court', act: 'take-back' })).toContain('follows the rules')
  const out = { case: 'NM100099', reason: 'Under review.', by: 'Lead' }
  expect(await said('/sample/exclusions', out)).toBe('The case is left out of the draw.')
  const [, taken = ''] = /exclusions\/([^/"]+)\/take-back/.exec(await page('/sample')) ?? []
  expect(await said(`/sample/exclusions/${taken}/take-back`, {})).toBe('The case can be drawn again.')
  const seen = await hidden('/sample/draw', 'seen')
  expect(await said('/sample/draw', { seen })).toBe('The sample is drawn.')
  const [one] = await findSampledCases(server.shell.database, northmoor)
  const why = { reason: 'transferred', note: 'Moved in May.' }
  expect(await said(`/sample/cases/${one?.pseudonym}/replace`, why)).toBe('The case is replaced.')
  await takeMadeUpList(server.shell, await projectEditions(), madeUpTable().slice(0, -20))
  const late = { reason: 'Twenty belonged elsewhere.' }
  expect(await said('/sample/top-up', late)).toBe(
    'The sample takes the new version of the case list into account.',
  )
})
