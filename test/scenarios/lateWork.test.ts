/** What arrives after its author's permission was removed: saved for people who can decide, and never lost or applied. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { giveRole, removeRole } from '../../src/app/people/access/assignRoles.ts'
import { recordStage } from '../../src/app/people/access/recordStage.ts'
import { done } from '../../src/core/kernel/result.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { doneValue } from '../support/results.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
const inspector = { email: 'inspector@northmoor.example', role: 'inspector' }
const caseOf = `/inspections/${inspection}/cases/NM-C02`

let server: TestServer
const tokens = { lead: '', inspector: '', stranger: '' }

beforeAll(async () => {
  server = await startTestServer()
  for (const mailbox of ['lead', 'inspector'] as const) {
    tokens[mailbox] = await tokenOf(server.shell, `${mailbox}@northmoor.example`)
  }
  tokens.stranger = await tokenOf(server.shell, 'case-manager@northmoor.example')
})
afterAll(() => server?.close())
beforeEach(async () => {
  await setStage(server.shell, inspection, 'fieldwork')
  doneValue(await giveRole(server.shell, inspection, inspector))
})

async function send(
  token: string,
  question: string,
  answer: string,
  headers: Record<string, string> = { 'if-match': '"1"' },
  path = 'NM-C02',
) {
  const response = await fetch(
    `${server.address}/api/v1/inspections/${inspection}/cases/${path}/answers/${question}`,
    {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ answer, reason: answer === 'na' ? 'Typed on the train' : null }),
    },
  )
  const { status } = response
  return { status, answer: z.record(z.string(), z.unknown()).parse(await response.json()) }
}

async function asked(token: string, path: string) {
  const response = await fetch(`${server.address}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: response.status, answer: z.any().parse(await response.json()) }
}

async function keptOf(question: string) {
  const { kept } = (await asked(tokens.lead, caseOf)).answer
  return z
    .array(z.looseObject({ item: z.string(), because: z.string(), value: z.string().nullable() }))
    .parse(kept)
    .filter(({ item }) => item === question)
}

describe('an answer of an inspector whose role was removed', () => {
  test('is saved with their name for people who can decide, and changes nothing by itself', async () => {
    const before = await asked(tokens.lead, `${caseOf}/answers/2.1.1.a`)
    doneValue(await removeRole(server.shell, inspection, inspector))
    const late = await send(tokens.inspector, '2.1.1.a', 'na')
    expect([late.status, late.answer['code']]).toEqual([403, 'fieldwork.right-taken-away'])
    expect(late.answer['keptId']).toMatch(/^[0-9a-f]{20}$/)
    const noted = server.shell.database.selectFrom('refusal').select(['code', 'by_token', 'route'])
    const route = 'PUT /api/v1/inspections/:inspection/cases/:case/answers/:question'
    expect(await noted.execute()).toEqual([{ code: 'fieldwork.right-taken-away', by_token: true, route }])
    expect(await asked(tokens.lead, `${caseOf}/answers/2.1.1.a`)).toEqual(before)
    expect(await keptOf('2.1.1.a')).toMatchObject([
      { value: 'na', because: 'right-taken-away', author: { name: 'Idris (made up)' } },
    ])
    const { headers } = await leadBrowser()
    const page = await (await fetch(`${server.address}${caseOf}/conflicts`, { headers })).text()
    expect(page).toContain('When it arrived, this person no longer worked on this case.')
  })

  test('says nothing of the current value, whether it is the same or not, and reading stays refused', async () => {
    const { answer } = await asked(tokens.lead, `${caseOf}/answers/2.1.1.b`)
    doneValue(await removeRole(server.shell, inspection, inspector))
    const replies = []
    for (const value of ['yes', 'no']) {
      const { status, answer: told } = await send(tokens.inspector, '2.1.1.b', value, { 'if-match': '"7"' })
      replies.push([status, Object.keys(told).toSorted()])
    }
    expect(['yes', 'no']).toContain(answer.answer)
    expect(replies[0]).toEqual(replies[1])
    expect(replies[0]?.[1]).not.toContain('current')
    expect((await asked(tokens.inspector, caseOf)).status).toBe(403)
  })

  test('sent again with its key is saved once', async () => {
    doneValue(await removeRole(server.shell, inspection, inspector))
    const headers = { 'if-match': '"1"', 'idempotency-key': 'on-the-train' }
    const first = await send(tokens.inspector, '2.1.1.c', 'na', headers)
    expect(await send(tokens.inspector, '2.1.1.c', 'na', headers)).toEqual(first)
    expect(await keptOf('2.1.1.c')).toHaveLength(1)
  })

  test('whose request had arrived before, and its answer had not, is answered that it was saved', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': 'lost-answer' }
    const saved = await send(tokens.inspector, '2.1.2.a', 'na', headers)
    doneValue(await removeRole(server.shell, inspection, inspector))
    expect(await send(tokens.inspector, '2.1.2.a', 'na', headers)).toEqual(saved)
    expect(saved.status).toBe(200)
    expect(await keptOf('2.1.2.a')).toEqual([])
  })

  test('whose answer with the conflict was lost does not show again what the other wrote', async () => {
    await send(tokens.lead, '2.1.2.b', 'na')
    const headers = { 'if-match': '"1"', 'idempotency-key': 'lost-conflict' }
    const conflict = await send(tokens.inspector, '2.1.2.b', 'yes', headers)
    expect(conflict.answer).toHaveProperty('current')
    doneValue(await removeRole(server.shell, inspection, inspector))
    const again = await send(tokens.inspector, '2.1.2.b', 'yes', headers)
    expect(again.answer).not.toHaveProperty('current')
    expect(again.answer['keptId']).toBe(conflict.answer['keptId'])
  })

  test('to a question or a case that is not there is refused like a stranger’s', async () => {
    doneValue(await removeRole(server.shell, inspection, inspector))
    const stranger = await send(tokens.stranger, '2.1.1.a', 'yes')
    for (const late of [
      await send(tokens.inspector, '9.9.9', 'yes'),
      await send(tokens.inspector, '2.1.1.a', 'yes', { 'if-match': '"1"' }, 'nobody'),
    ]) {
      expect([late.status, late.answer['code']]).toEqual([403, 'people.not-allowed'])
      expect(Object.keys(late.answer)).toEqual(Object.keys(stranger.answer))
    }
  })
})

test('someone who never had permission to write here is refused, and nothing is saved', async () => {
  const refused = await send(tokens.stranger, '2.1.3.a', 'na')
  expect([refused.status, refused.answer['code']]).toEqual([403, 'people.not-allowed'])
  expect(refused.answer).not.toHaveProperty('keptId')
  expect(await keptOf('2.1.3.a')).toEqual([])
})

test('what arrives after the inspection moved on waits for the lead, who decides on it', async () => {
  const move = { from: 'fieldwork', to: 'ratings', reason: null } as const
  await server.shell.transact(async (tx) => {
    await recordStage(tx, server.shell, inspection, move)
    return done(null)
  })
  const late = await send(tokens.inspector, '2.2.1.a', 'na')
  expect(late.answer['code']).toBe('fieldwork.right-taken-away')
  const { headers, post } = await leadBrowser()
  const sent = await post(`${caseOf}/conflicts`, {
    kind: 'answer',
    item: '2.2.1.a',
    sawVersion: '1',
    choice: String(late.answer['keptId']),
    reason: 'Written during fieldwork',
  })
  expect(sent.status).toBe(303)
  const decided = await asked(tokens.lead, `${caseOf}/answers/2.2.1.a`)
  expect(decided.answer).toMatchObject({ answer: 'na', reason: 'Typed on the train', version: 2 })
  expect(headers).toHaveProperty('cookie')
})

test('a refused decision is shown with its entry, and the reason that was typed stays', async () => {
  doneValue(await removeRole(server.shell, inspection, inspector))
  const { answer } = await send(tokens.inspector, '2.2.2.a', 'na')
  const { post } = await leadBrowser()
  const decide = async (choice: object) => {
    const entry = { kind: 'answer', item: '2.2.2.a', reason: 'Seen <in> the file' }
    const sent = await post(`${caseOf}/conflicts`, { ...entry, ...choice })
    return { status: sent.status, page: await sent.text() }
  }
  const unchosen = await decide({ sawVersion: '1' })
  expect(unchosen.status).toBe(422)
  expect(unchosen.page).toContain('<title>Error: Conflicts')
  expect(unchosen.page).toContain('href="#answer-2.2.2.a-1"')
  expect(unchosen.page).toContain('Select the value to keep.')
  expect(unchosen.page).toContain('value="Seen &lt;in&gt; the file"')

  const outdated = await decide({ sawVersion: '0', choice: String(answer['keptId']) })
  expect(outdated.status).toBe(409)
  expect(outdated.page).toContain('The value changed again after you opened this page.')
  expect(outdated.page).toContain('value="Seen &lt;in&gt; the file"')

  expect((await decide({ sawVersion: '1', choice: String(answer['keptId']) })).status).toBe(303)
  expect((await decide({ sawVersion: '1', choice: '' })).page).toContain('Select the value')
})

test('a form sent without JavaScript is saved entry by entry, unchanged ones are not', async () => {
  const headers = await signedInHeaders(server, 'inspector')
  doneValue(await removeRole(server.shell, inspection, inspector))
  const shown = (await asked(tokens.lead, `${caseOf}/answers/2.3.1.a`)).answer
  const body = new URLSearchParams({
    'seen:answer:2.3.1.a': '1',
    'value:answer:2.3.1.a': shown.answer,
    'seen:note:2.3.1': '0',
    'value:note:2.3.1': 'Seen in the file.',
  })
  const sent = await fetch(`${server.address}${caseOf}/questions/2.3.1`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body,
  })
  expect(sent.status).toBe(403)
  expect(await sent.text()).toContain('Your change is saved for the lead inspector to decide.')
  expect(await keptOf('2.3.1.a')).toEqual([])
  expect(await keptOf('2.3.1')).toMatchObject([{ value: 'Seen in the file.', because: 'right-taken-away' }])
})

async function leadBrowser() {
  const headers = await signedInHeaders(server, 'lead')
  const post = (path: string, fields: Record<string, string>) =>
    fetch(server.address + path, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    })
  return { headers, post }
}
