/** The page of a case offers no step that needs a second person to the first, and says who can take it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { setStage } from '../support/fieldwork.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
let server: TestServer
const headersOf: Record<string, Readonly<Record<string, string>>> = {}

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, inspection, 'fieldwork')
  for (const mailbox of ['lead', 'quality-lead']) headersOf[mailbox] = await signedInHeaders(server, mailbox)
}, 120_000)
afterAll(() => server?.close())

async function stands(caseId: string, step: string, status: string): Promise<void> {
  const lead = (await findPersonByEmail(server.shell.database, 'lead@northmoor.example')) ?? expect.fail()
  await server.shell.database
    .insertInto('case_step')
    .values({
      inspection_id: inspection,
      case_id: caseId,
      position: 100,
      step,
      status,
      round: 1,
      taken_at: server.shell.now(),
      taken_by: 'Lena (made up)',
      person_id: lead.personId,
    })
    .execute()
}

const addressOf = (caseId: string) => `${server.address}/inspections/${inspection}/cases/${caseId}`

async function pageOf(mailbox: string, caseId: string): Promise<string> {
  return (await fetch(addressOf(caseId), { headers: headersOf[mailbox] ?? {} })).text()
}

async function send(mailbox: string, caseId: string, step: string) {
  const response = await fetch(`${addressOf(caseId)}/steps/${step}`, {
    method: 'POST',
    headers: headersOf[mailbox] ?? {},
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}

test('a person who handed in a case is not offered to check it, and sees who can', async () => {
  await stands('NM-C03', 'hand-in', 'ready')
  const own = await pageOf('lead', 'NM-C03')
  expect(own).not.toContain('/steps/check"')
  expect(own).toContain('needs a second person, because you handed it in. You can ask: Quinn (made up).')
  const theirs = await pageOf('quality-lead', 'NM-C03')
  expect(theirs).toContain('/steps/check"')
  expect(theirs).not.toContain('needs a second person')
  const sent = await send('lead', 'NM-C03', 'check')
  expect([sent.status, sent.text]).toEqual([
    409,
    expect.stringContaining('This step needs a second person, because you handed it in.'),
  ])
})

test('a case is not opened again without the reason, which is asked for next to its field', async () => {
  await stands('NM-C04', 'sign', 'signed')
  const sent = await send('lead', 'NM-C04', 'reopen')
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('href="#comment-reopen"')
  expect(sent.text).toContain('id="comment-reopen-error"')
})
