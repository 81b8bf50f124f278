/** A form or an operation that adds something, sent twice: at the same moment, again, or from the page before. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../../src/app/people/accounts/demonstration.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
let server: TestServer
let lead: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startTestServer()
  lead = await signedInHeaders(server, 'lead')
})
afterAll(() => server?.close())

async function page(path: string): Promise<string> {
  const response = await fetch(server.address + path, { headers: lead })
  return response.text()
}

/** The key of the first form of the page at `path`, as a browser would send it. */
async function keyOn(path: string): Promise<string> {
  const [, key = ''] = /name="_key" value="([^"]+)"/.exec(await page(path)) ?? []
  expect(key).toMatch(/^\w{20}$/)
  return key
}

function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(server.address + path, {
    method: 'POST',
    headers: { ...lead, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  })
}

const list = `/inspections/${inspection}/recommendations`
async function recommendationsSaying(text: string): Promise<number> {
  return (await page(list)).split(text).length - 1
}

describe('a recommendation', () => {
  test('sent four times at the same moment is one, and each is answered the same', async () => {
    const fields = { owner: 'The board', text: 'Sent at the same moment.', _key: await keyOn(`${list}/new`) }
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(list, fields)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await recommendationsSaying(fields.text)).toBe(1)
  })

  test('sent again after its answer was lost is one', async () => {
    const fields = { owner: 'The board', text: 'Its answer was lost.', _key: await keyOn(`${list}/new`) }
    const first = await post(list, fields)
    const second = await post(list, fields)
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await recommendationsSaying(fields.text)).toBe(1)
  })

  test('changed on the page before and sent again is asked about, and nothing typed is lost', async () => {
    const fields = { owner: 'The board', text: 'As it was typed first.', _key: await keyOn(`${list}/new`) }
    await post(list, fields)
    const second = await post(list, { ...fields, text: 'As it was typed later.' })
    const body = await second.text()
    expect([second.status, body]).toEqual([409, expect.stringContaining('You have already sent this form')])
    expect(body).toContain('As it was typed later.')
    expect(body).toContain('Send this as well')
    expect(await recommendationsSaying('As it was typed later.')).toBe(0)
  })

  test('that was refused may be put right and sent with the same key', async () => {
    const fields = { owner: 'The board', text: '', _key: await keyOn(`${list}/new`) }
    expect((await post(list, fields)).status).toBe(422)
    expect((await post(list, { ...fields, text: 'Put right.' })).status).toBe(303)
    expect(await recommendationsSaying('Put right.')).toBe(1)
  })

  test('from a page without a key is accepted, as before there were keys', async () => {
    expect((await post(list, { owner: 'The board', text: 'Without a key.' })).status).toBe(303)
  })
})

test('a token made twice at the same moment is one, and both answers show it', async () => {
  const password = demonstrationPassword
  const fields = { name: 'Statistics', days: '30', password, _key: await keyOn('/account/tokens') }
  const answers = await Promise.all([1, 2].map(() => post('/account/tokens', fields)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const made = await server.shell.database
    .selectFrom('api_token')
    .select('token_id')
    .where('name', '=', 'Statistics')
    .execute()
  expect(made).toHaveLength(1)
})

test('a form with a password leaves nothing in the database by which the password could be guessed', async () => {
  const fields = { name: 'Guessed', days: '30', password: demonstrationPassword }
  expect((await post('/account/tokens', { ...fields, _key: await keyOn('/account/tokens') })).status).toBe(
    200,
  )
  const asked = JSON.stringify(['/account/tokens', Object.entries(fields).toSorted(), [], null])
  const guessed = createHash('sha256').update(asked).digest('base64url')
  const stored = await server.shell.database.selectFrom('stored_answer').select('fingerprint').execute()
  expect(stored.length).toBeGreaterThan(0)
  expect(stored.map(({ fingerprint }) => fingerprint)).not.toContain(guessed)
})

test('each form of a page that posts has a mark and a key of its own, the mark first', async () => {
  const body = await page(list)
  const forms = [...body.matchAll(/<form\b[^>]*method="post"[^>]*>(<input[^>]*>)(<input[^>]*>)/g)]
  expect(forms.length).toBeGreaterThan(1)
  for (const [, mark, key] of forms) {
    expect(mark).toContain('name="_form"')
    expect(key).toContain('name="_key"')
  }
  expect(new Set(forms.map(([, , key]) => key)).size).toBe(forms.length)
})
