/** Sign-in by an OpenID Connect provider, against a real one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, closePerson } from '../../src/app/people/accounts/managePeople.ts'
import { makeProvider } from '../../src/app/people/sign-in/provider.ts'
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
  text: { email: 'tia.text@example.org', verified: 'true' },
  token: { email: 'toby.token@example.org', verified: true, inToken: true },
  unsaid: { email: 'una.unsaid@example.org' },
  unsaidInToken: { email: 'ulla.unsaid@example.org', inToken: true },
  silent: {},
  pria: { email: 'pria.vider@example.org', verified: true },
}
const names = [
  'Maya Iqbal',
  'Tomos Rees',
  'Nadia Okoro',
  'Tia Text',
  'Toby Token',
  'Una Unsaid',
  'Ulla Unsaid',
]

let provider: TestProvider
let running: AccessServer
beforeAll(async () => {
  provider = await openTestProvider(back, accounts)
  const settings = { ...provider, name: 'Example account', trustsEmails: false }
  running = await openAccessServer({ people: { provider: makeProvider(settings), origin: () => origin } })
  for (const name of names) await addTestPerson(running.shell, name)
})
afterAll(async () => {
  await running?.close()
  await provider?.close()
})

async function begin(browser: TestBrowser): Promise<string> {
  return beginAt(browser, '/sign-in/provider?to=/account')
}

async function beginAt(browser: TestBrowser, path: string): Promise<string> {
  await browser.get('/sign-in')
  return String((await browser.get(path)).headers.location)
}

async function comeBack(browser: TestBrowser, answer: URL) {
  return browser.get(answer.pathname + answer.search)
}

describe('sign-in by a provider', () => {
  test('is offered under its name', async () => {
    expect((await testBrowser(running.server).get('/sign-in')).body).toContain('Sign in with Example account')
  })

  test('lets in the person whose address the provider has verified, and sends them on to the page they asked for', async () => {
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

  test.each([
    ['stranger', 'there is no account here', 'Ask an administrator to add you'],
    ['tomos', 'has not verified your email address', 'Verify the email address there'],
    ['unsaid', 'does not say whether your email address is verified', 'set ASSAY_OIDC_EMAIL'],
    ['unsaidInToken', 'does not say whether your email address is verified', 'set ASSAY_OIDC_EMAIL'],
    ['silent', 'did not send us your email address', 'send the claim “email”'],
  ] as const)(
    'does not let in %s, and says what is missing without the address',
    async (subject, said, action) => {
      const browser = testBrowser(running.server)
      const response = await comeBack(browser, await signInAtProvider(await begin(browser), subject, back))
      expect(response.statusCode).toBe(403)
      expect(response.body).toContain(said)
      expect(response.body).toContain(action)
      expect(response.body).not.toContain('@example.org')
      expect((await browser.get('/account')).statusCode).toBe(303)
    },
  )

  test.each([
    ['text', 'says “true” as text', 'Tia Text'],
    ['token', 'is only in the ID token', 'Toby Token'],
  ])('lets in %s, whose verified address %s', async (subject, _where, name) => {
    const browser = testBrowser(running.server)
    const response = await comeBack(browser, await signInAtProvider(await begin(browser), subject, back))
    expect(response.statusCode).toBe(303)
    expect((await browser.get('/account')).body).toContain(name)
  })

  test('that is trusted for addresses lets in of whose address it says nothing, but not whom it calls unverified', async () => {
    const trusted = makeProvider({ ...provider, name: 'Trusted', trustsEmails: true })
    const other = await openAccessServer({ people: { provider: trusted, origin: () => origin } })
    for (const name of names) await addTestPerson(other.shell, name)
    const statuses: number[] = []
    for (const subject of ['unsaid', 'unsaidInToken', 'tomos', 'silent']) {
      const browser = testBrowser(other.server)
      const response = await comeBack(browser, await signInAtProvider(await begin(browser), subject, back))
      statuses.push(response.statusCode)
    }
    await other.close()
    expect(statuses).toEqual([303, 303, 403, 403])
  })

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

describe('who has no password', () => {
  const token = { name: 'export', days: '30' }

  /** Someone who signs in only through the provider. */
  async function signedIn(again = ''): Promise<TestBrowser> {
    const browser = testBrowser(running.server)
    const start = await beginAt(browser, `/sign-in/provider?to=/account/tokens${again}`)
    expect((await comeBack(browser, await signInAtProvider(start, 'pria', back))).statusCode).toBe(303)
    return browser
  }

  beforeAll(async () => {
    const words = { email: accounts.pria.email, name: 'Pria Vider', overallRoles: [] }
    expect((await addPerson(running.shell, words)).ok).toBe(true)
  })

  test.each(['tokens', 'authenticator', 'password'])(
    'signs in at the provider again before a change on the page of the %s',
    async (page) => {
      const browser = await signedIn()
      const path = `/account/${page}`
      const shown = await browser.get(path)
      expect(shown.body).toContain(`href="/sign-in/provider?again=yes&amp;to=%2Faccount%2F${page}"`)
      expect(shown.body).not.toContain(`type="password"`)
      const typed = { ...token, password: 'four plain words', repeated: 'four plain words' }
      const refused = await browser.post(path, { ...typed, authenticatorKey: 'A'.repeat(32), passcode: '1' })
      expect([refused.statusCode, refused.body]).toEqual([
        page === 'authenticator' ? 422 : 403,
        expect.stringContaining('have not signed in with your organisation’s account'),
      ])
    },
  )

  test('is asked there for a new sign-in, makes the change within ten minutes, and not later', async () => {
    const start = new URL(
      await beginAt(testBrowser(running.server), '/sign-in/provider?to=/account&again=yes'),
    )
    expect([start.searchParams.get('prompt'), start.searchParams.get('max_age')]).toEqual(['login', '900'])
    const browser = await signedIn('&again=yes')
    await browser.get('/account/tokens')
    expect((await browser.post('/account/tokens', token)).body).toMatch(/assay_[\w-]{43}/)
    const now = running.clock.now
    running.clock.now = new Date(now.getTime() + 11 * 60_000)
    const late = await browser.post('/account/tokens', token)
    running.clock.now = now
    expect(late.body).toContain('have not signed in with your organisation’s account')
  })
})

describe('an answer of the provider', () => {
  test('can be used once', async () => {
    const browser = testBrowser(running.server)
    const answer = await signInAtProvider(await begin(browser), 'maya', back)
    expect((await comeBack(browser, answer)).statusCode).toBe(303)
    expect((await comeBack(browser, answer)).statusCode).toBe(503)
  })

  test('is accepted for a quarter of an hour only, even if nothing has deleted what began', async () => {
    const browser = testBrowser(running.server)
    const answer = await signInAtProvider(await begin(browser), 'maya', back)
    await running.shell.database
      .updateTable('provider_sign_in')
      .set({ begun_at: new Date(running.shell.now().getTime() - 16 * 60_000) })
      .execute()
    expect((await comeBack(browser, answer)).statusCode).toBe(503)
    expect(browser.cookie('assay_session')).toBeUndefined()
  })

  test('is valid only in the browser that asked: no link signs a person in as someone else', async () => {
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

test('a provider that is away is reported, and asked again the next time', async () => {
  const away = makeProvider({
    issuer: 'http://127.0.0.1:9',
    clientId: 'a',
    clientSecret: 'b',
    name: 'Away',
    trustsEmails: false,
  })
  const other = await openAccessServer({ people: { provider: away, origin: () => origin } })
  const response = await testBrowser(other.server).get('/sign-in/provider')
  expect(response.statusCode).toBe(503)
  expect(response.body).toContain('sign in with a password')
  await other.close()
})
