/** Who guesses, pries or forges leaves a trace: when, which account, from which network, what and where; nothing typed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formTokenHeader } from '../../src/platform/http/formToken.ts'
import { refusalsCommand } from '../../src/platform/refusals/refusalsCommand.ts'
import { type AccessServer, addTestPerson, openAccessServer, testPassword } from '../support/accessServer.ts'
import { asOwner } from '../support/database.ts'
import { runCommand } from '../support/runCommand.ts'
import { testBrowser } from '../support/testBrowser.ts'

let running: AccessServer
let ann: { readonly personId: string; readonly email: string }
beforeAll(async () => {
  running = await openAccessServer()
  ann = await addTestPerson(running.shell, 'Ann Ames')
  await addTestPerson(running.shell, 'Ada Admin', ['administrator'])
})
afterAll(() => running?.close())

/** Every test begins when the refusals of the one before are written and counted no more. */
let written = 0
beforeEach(async () => {
  running.clock.now = new Date(running.clock.now.getTime() + 3_600_000)
  written = (await rows()).length
})

async function rows() {
  return running.shell.database
    .selectFrom('refusal')
    .select(['code', 'person_id', 'network', 'route', 'by_token', 'times'])
    .orderBy('refusal_id')
    .execute()
}

/** What was written since the test began. */
async function traces() {
  return (await rows()).slice(written)
}

const network = '192.0.2.1'

async function signedIn(name: string) {
  const browser = testBrowser(running.server)
  await browser.get('/sign-in')
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`
  await browser.post('/sign-in', { email, password: testPassword, passcode: '', to: '/account' })
  return browser
}

describe('signing in', () => {
  test('a wrong password says whose account was tried; an address without an account says nothing of it', async () => {
    const browser = testBrowser(running.server)
    await browser.get('/sign-in')
    await browser.post('/sign-in', { email: ann.email, password: 'a guessed password', passcode: '' })
    await browser.post('/sign-in', { email: 'no.body@example.org', password: 'a guess', passcode: '' })
    const wrong = { code: 'people.sign-in-wrong', network, route: 'POST /sign-in', by_token: false, times: 1 }
    expect(await traces()).toEqual([
      { ...wrong, person_id: ann.personId },
      { ...wrong, person_id: null },
    ])
    const stored = JSON.stringify(await running.shell.database.selectFrom('refusal').selectAll().execute())
    for (const typed of [ann.email, 'no.body', 'a guess']) expect(stored).not.toContain(typed)
  })

  test('guesses at one account are counted, and the wait they come to shows', async () => {
    const browser = testBrowser(running.server, '198.51.100.7')
    await browser.get('/sign-in')
    const guess = { email: ann.email, password: 'another guess', passcode: '' }
    for (let time = 0; time < 8; time += 1) await browser.post('/sign-in', guess)
    running.clock.now = new Date(running.clock.now.getTime() + 3_600_000)
    await browser.post('/sign-in', guess)
    const counted = (await traces()).map(({ code, times }) => `${code} ${times}`)
    expect(counted.slice(0, 2)).toEqual(['people.sign-in-wrong 1', 'people.sign-in-wait 1'])
    const all = (await traces()).reduce((sum, { times }) => sum + times, 0)
    expect([all, (await traces()).length < 6]).toEqual([9, true])
  })

  test('a wrong code for setting an authenticator app up, a wrong current password, and a spent link', async () => {
    const browser = await signedIn('Ann Ames')
    await browser.get('/account/authenticator')
    await browser.post('/account/authenticator', { authenticatorKey: 'A'.repeat(32), passcode: '000000' })
    await browser.post('/account/password', {
      oldPassword: 'not the one',
      password: testPassword,
      repeated: testPassword,
    })
    await browser.get('/set-password/none')
    expect((await traces()).map(({ code, person_id, route }) => [code, person_id, route])).toEqual([
      ['people.code-wrong', ann.personId, 'POST /account/authenticator'],
      ['people.password-wrong', ann.personId, 'POST /account/password'],
      ['people.link-spent', ann.personId, 'GET /set-password/:link'],
    ])
  })
})

describe('forms and rights', () => {
  test('a form without its mark, from another site, or for another host', async () => {
    const browser = await signedIn('Ann Ames')
    await browser.post('/account/tokens', { _form: 'forged', name: 'x', days: '1' })
    await browser.post('/account/tokens', {}, { 'sec-fetch-site': 'cross-site' })
    await browser.get('/account', { host: 'elsewhere.example' })
    expect((await traces()).map(({ code, route }) => `${code} ${route}`)).toEqual([
      'people.form-not-ours POST /account/tokens',
      'request.from-another-site POST /account/tokens',
      'request.unknown-host GET /account',
    ])
  })

  test('a page without permission, for people who are known and people who are not', async () => {
    const browser = await signedIn('Ann Ames')
    await browser.get('/people')
    await browser.post('/people', { name: 'Typed Words', email: 'x@example.org' })
    await testBrowser(running.server, '2001:db8:a:b:1:2:3:4').get('/people')
    expect(await traces()).toEqual([
      { ...refusedRight, person_id: ann.personId, network, route: 'GET /people' },
      { ...refusedRight, person_id: ann.personId, network, route: 'POST /people' },
      {
        ...refusedRight,
        code: 'people.not-signed-in',
        person_id: null,
        network: '2001:db8:a:b',
        route: 'GET /people',
      },
    ])
  })

  test('a token that does not open the API', async () => {
    const headers = { authorization: 'Bearer assay_guessed' }
    await testBrowser(running.server).get('/api/v1/inspections/north-1/stage', headers)
    expect(await traces()).toMatchObject([{ code: 'people.not-signed-in', by_token: true, person_id: null }])
  })

  test('more than the limit of a form', async () => {
    const browser = await signedIn('Ann Ames')
    const [, mark = ''] =
      /name="form-token" content="([^"]*)"/.exec((await browser.get('/account/tokens')).body) ?? []
    const tooMuch = { name: 'x'.repeat(3_000_000), days: '1' }
    const answer = await browser.post('/account/tokens', tooMuch, { [formTokenHeader]: mark })
    expect(answer.statusCode).toBe(413)
    expect(await traces()).toMatchObject([{ code: 'request.too-large', person_id: ann.personId }])
  })

  test('what is only filled in wrongly, or not there, leaves none', async () => {
    const browser = await signedIn('Ann Ames')
    await browser.get('/account/tokens')
    expect((await browser.post('/account/tokens', { name: '', days: '1' })).statusCode).toBe(422)
    expect((await browser.get('/nowhere')).statusCode).toBe(404)
    expect(await traces()).toEqual([])
  })
})

const refusedRight = { code: 'people.not-allowed', by_token: false, times: 1 }

test('administrators read it as a page, and the people who run the installation as a table', async () => {
  await testBrowser(running.server).get('/people')
  const page = await (await signedIn('Ada Admin')).get('/refusals')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Not signed in')
  expect(page.body).toContain('Ann Ames')
  expect(page.body).not.toContain(ann.email)
  const { code, out } = await runCommand(running.shell, refusalsCommand)
  expect(code).toBe(0)
  const [head, ...lines] = out.trim().split('\r\n')
  expect(head).toBe('first,last,times,refused,with token,account,network,route')
  expect(lines[0]).toContain(`,1,people.not-signed-in,no,,${network},GET /people`)
  expect((await runCommand(running.shell, refusalsCommand, '--days', '1')).out).not.toBe('')
  expect((await runCommand(running.shell, refusalsCommand, '--days', 'many')).code).toBe(2)
})

test('a record that cannot be written refuses all the same', async () => {
  await asOwner(running.owner, 'alter table refusal rename to broken')
  const answer = await testBrowser(running.server).get('/permissions', { host: 'elsewhere.example' })
  await asOwner(running.owner, 'alter table broken rename to refusal')
  expect(answer.statusCode).toBe(400)
})

test('what is counted and not yet written is written when the server stops', async () => {
  const browser = testBrowser(running.server)
  for (let time = 0; time < 3; time += 1) await browser.get('/people')
  await running.server.close()
  expect((await traces()).map(({ times }) => times)).toEqual([1, 2])
})
