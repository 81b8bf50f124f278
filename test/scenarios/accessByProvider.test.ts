/** Sign-in by an OpenID Connect provider, against a real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePerson } from '../../src/app/people/managePeople.ts'
import { makeProvider } from '../../src/app/people/provider.ts'
import { type AccessServer, addTestPerson, openAccessServer } from '../support/accessServer.ts'
import { openTestProvider, signInAtProvider, type TestProvider } from '../support/oidcProvider.ts'
import { type TestBrowser, testBrowser } from '../support/testBrowser.ts'

const origin = 'http://127.0.0.1'
const back = `${origin}/sign-in/provider/back`
const accounts = {
  maya: { email: 'Maya.Iqbal@example.org', verified: true },
  tomos: { email: 'tomos.rees@example.org', verified: false },
  nadia: { email: 'nadia.okoro@example.org', verified: true },
  stranger: { email: 'stranger@example.org', verified: true },
}

let provider: TestProvider
let running: AccessServer
beforeAll(async () => {
  provider = await openTestProvider(back, accounts)
  const settings = { ...provider, name: 'Example account' }
  running = await openAccessServer({ people: { provider: makeProvider(settings), origin: () => origin } })
  for (const name of ['Maya Iqbal', 'Tomos Rees', 'Nadia Okoro']) await addTestPerson(running.shell, name)
})
afterAll(async () => {
  await running?.close()
  await provider?.close()
})

async function begin(browser: TestBrowser): Promise<string> {
  await browser.get('/sign-in')
  return String((await browser.get('/sign-in/provider?to=/account')).headers.location)
}

async function comeBack(browser: TestBrowser, answer: URL) {
  return browser.get(answer.pathname + answer.search)
}

describe('sign-in by a provider', () => {
  test('is offered under its name', async () => {
    expect((await testBrowser(running.server).get('/sign-in')).body).toContain('Sign in with Example account')
  })

  test('lets in the person whose address the provider vouches for, and sends them on to where they were going', async () => {
    const browser = testBrowser(running.server)
    const response = await comeBack(browser, await signInAtProvider(await begin(browser), 'maya', back))
    expect([response.statusCode, response.headers.location]).toEqual([303, '/account'])
    expect((await browser.get('/account')).body).toContain('Maya Iqbal')
  })

  test('knows the person again by the provider’s own name for them, though the address there has changed', async () => {
    accounts.maya.email = 'tomos.rees@example.org'
    const browser = testBrowser(running.server)
    await comeBack(browser, await signInAtProvider(await begin(browser), 'maya', back))
    expect((await browser.get('/account')).body).toContain('Maya Iqbal')
  })

  test.each(['tomos', 'stranger'])(
    'does not let in %s: no verified address of an account',
    async (subject) => {
      const browser = testBrowser(running.server)
      const response = await comeBack(browser, await signInAtProvider(await begin(browser), subject, back))
      expect(response.statusCode).toBe(403)
      expect(response.body).toContain('Ask an administrator to add you')
      expect((await browser.get('/account')).statusCode).toBe(303)
    },
  )

  test('does not let in whose account was closed', async () => {
    const browser = testBrowser(running.server)
    const first = await comeBack(browser, await signInAtProvider(await begin(browser), 'nadia', back))
    expect(first.statusCode).toBe(303)
    const person = await running.shell.database
      .selectFrom('person')
      .select('person_id')
      .where('email', '=', 'nadia.okoro@example.org')
      .executeTakeFirstOrThrow()
    expect((await closePerson(running.shell, person.person_id, true)).ok).toBe(true)
    expect((await browser.get('/account')).statusCode).toBe(303)
    const again = await comeBack(browser, await signInAtProvider(await begin(browser), 'nadia', back))
    expect(again.statusCode).toBe(403)
  })
})

describe('an answer of the provider', () => {
  test('counts once', async () => {
    const browser = testBrowser(running.server)
    const answer = await signInAtProvider(await begin(browser), 'maya', back)
    expect((await comeBack(browser, answer)).statusCode).toBe(303)
    expect((await comeBack(browser, answer)).statusCode).toBe(503)
  })

  test('counts for a quarter of an hour only, though nothing has removed what was begun', async () => {
    const browser = testBrowser(running.server)
    const answer = await signInAtProvider(await begin(browser), 'maya', back)
    await running.shell.database
      .updateTable('provider_sign_in')
      .set({ begun_at: new Date(running.shell.now().getTime() - 16 * 60_000) })
      .execute()
    expect((await comeBack(browser, answer)).statusCode).toBe(503)
    expect(browser.cookie('assay_session')).toBeUndefined()
  })

  test('counts in the browser alone that asked: nobody is signed in as somebody else by a link', async () => {
    const answer = await signInAtProvider(await begin(testBrowser(running.server)), 'maya', back)
    const victim = testBrowser(running.server)
    await victim.get('/sign-in')
    expect((await comeBack(victim, answer)).statusCode).toBe(503)
    expect(victim.cookie('assay_session')).toBeUndefined()
  })

  test('with another code is refused', async () => {
    const browser = testBrowser(running.server)
    const answer = await signInAtProvider(await begin(browser), 'maya', back)
    answer.searchParams.set('code', 'x'.repeat(43))
    const response = await comeBack(browser, answer)
    expect(response.statusCode).toBe(503)
    expect(browser.cookie('assay_session')).toBeUndefined()
  })

  test('asked for with PKCE, state and nonce', async () => {
    const asked = new URL(await begin(testBrowser(running.server))).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(asked.get('redirect_uri')).toBe(back)
  })
})

test('a provider that is away is told of, and asked again the next time', async () => {
  const away = makeProvider({ issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', name: 'Away' })
  const other = await openAccessServer({ people: { provider: away, origin: () => origin } })
  const response = await testBrowser(other.server).get('/sign-in/provider')
  expect(response.statusCode).toBe(503)
  expect(response.body).toContain('sign in with a password')
  await other.close()
})
