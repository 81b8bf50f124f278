/** Accounts, sessions, tokens and forms, as a browser and as a program meet them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { qrCode } from '../../src/app/people/accounts/authenticator-page/qrCode.ts'
import {
  demonstrationPassword,
  demonstrationSignIns,
  loadDemonstrationPeople,
} from '../../src/app/people/accounts/demonstration.ts'
import { changePerson, resetPerson } from '../../src/app/people/accounts/managePeople.ts'
import { setPasswordByLink } from '../../src/app/people/accounts/password-page/setPassword.ts'
import { tokenCreate } from '../../src/app/people/commands/tokenCreate.ts'
import { peopleRetention } from '../../src/app/people/retention.ts'
import { hashPassword, spendPasswordTime } from '../../src/app/people/sign-in/passwordHash.ts'
import { codeAt, fromBase32, stepAt } from '../../src/app/people/sign-in/totp.ts'
import { tidy } from '../../src/platform/housekeeping.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { hashSecret, newId, newSecret } from '../../src/platform/secrets.ts'
import {
  type AccessServer,
  addTestPerson,
  openAccessServer,
  testPassword,
  testSealingKeys,
} from '../support/accessServer.ts'
import { type TestBrowser, testBrowser } from '../support/testBrowser.ts'
import { testNow } from '../support/testNow.ts'

const notes: Record<string, string>[] = []
const files: string[] = []
const noteRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/list',
    permission: 'account.keep',
    audit: 'person.change',
    upload: { maximumBytes: 40 * 1024 * 1024 },
    handle: async ({ files: sent }) => {
      files.push(...sent.map(({ field, name, content }) => `${field} ${name} ${content.length}`))
      return { kind: 'redirect', to: '/account' }
    },
  },
  {
    method: 'POST',
    path: '/note',
    permission: 'account.keep',
    audit: 'person.change',
    handle: async ({ body }) => {
      notes.push({ ...body })
      return { kind: 'redirect', to: '/account' }
    },
  },
  {
    method: 'GET',
    path: '/api/v1/me',
    permission: 'account.keep',
    audit: 'reads',
    handle: async (_request, shell) => ({ kind: 'json', body: shell.actor }),
  },
  {
    method: 'GET',
    path: '/api/v1/programme',
    permission: 'inspection.import',
    audit: 'reads',
    handle: async (_request, shell) => ({ kind: 'json', body: shell.actor }),
  },
  {
    method: 'POST',
    path: '/api/v1/note',
    permission: 'account.keep',
    audit: 'person.change',
    handle: async (_request, shell) => ({ kind: 'json', body: shell.actor }),
  },
]

let running: AccessServer
const people = {
  maya: { personId: '', email: '' },
  tomos: { personId: '', email: '' },
  admin: { personId: '', email: '' },
}

beforeAll(async () => {
  running = await openAccessServer({ more: noteRoutes })
  people.maya = await addTestPerson(running.shell, 'Maya Iqbal', ['head-of-programme'])
  people.tomos = await addTestPerson(running.shell, 'Tomos Rees')
  people.admin = await addTestPerson(running.shell, 'Ada Admin', ['administrator'])
})
afterAll(() => running?.close())
beforeEach(async () => {
  running.clock.now = testNow
  notes.length = 0
  files.length = 0
  await running.shell.database.deleteFrom('sign_in_failure').execute()
})

function later(minutes: number): void {
  running.clock.now = new Date(running.clock.now.getTime() + minutes * 60_000)
}

async function signedIn(email: string, browser = testBrowser(running.server)): Promise<TestBrowser> {
  const response = await trySignIn(browser, email, testPassword)
  expect(response.statusCode).toBe(303)
  return browser
}

async function trySignIn(browser: TestBrowser, email: string, password: string, passcode = '') {
  await browser.get('/sign-in')
  return browser.post('/sign-in', { email, password, passcode, to: '/account' })
}

describe('signing in', () => {
  test('lets in by address, in any letter case, and password, and leads on', async () => {
    const browser = testBrowser(running.server)
    const response = await trySignIn(browser, ' MAYA.Iqbal@example.org', testPassword)
    expect([response.statusCode, response.headers.location]).toEqual([303, '/account'])
    expect((await browser.get('/account')).body).toContain('Head of programme')
  })

  test('says the same of a wrong password and of an address that nobody has', async () => {
    const wrong = await trySignIn(testBrowser(running.server), people.maya.email, 'not the password')
    const nobody = await trySignIn(testBrowser(running.server), 'nobody@example.org', 'not the password')
    const text = 'The email address, password or code is incorrect.'
    expect([wrong.statusCode, nobody.statusCode]).toEqual([422, 422])
    expect(wrong.body).toContain(text)
    expect(nobody.body).toContain(text)
  })

  test('begins a new session each time, and the one before is over', async () => {
    const browser = await signedIn(people.maya.email)
    const first = String(browser.cookie('assay_session'))
    await signedIn(people.maya.email, browser)
    expect(browser.cookie('assay_session')).not.toBe(first)
    const cookie = `assay_session=${first}`
    expect((await running.server.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
  })

  test('never sends on to another site', async () => {
    const browser = testBrowser(running.server)
    await browser.get('/sign-in')
    const fields = { email: people.maya.email, password: testPassword, to: 'https://evil.example' }
    expect((await browser.post('/sign-in', fields)).headers.location).toBe('/inspections')
  })

  test('a page that needs it leads there and back again', async () => {
    const browser = testBrowser(running.server)
    const sent = await browser.get('/account/tokens')
    expect(sent.headers.location).toBe('/sign-in?to=%2Faccount%2Ftokens')
    expect((await browser.get(String(sent.headers.location))).body).toContain(
      'name="to" value="/account/tokens"',
    )
  })
})

describe('guessing', () => {
  /** What has failed already: how often at an account from an address. */
  async function failed(tries: readonly (readonly [email: string, address: string, failures: number])[]) {
    const rows = tries.map(([email, address, failures]) => ({
      account_hash: hashSecret(email),
      place_hash: hashSecret(address),
      failures,
      last_at: running.clock.now,
    }))
    await running.shell.database.insertInto('sign_in_failure').values(rows).execute()
  }

  test('is slowed after four failures of one account from one place, and nobody elsewhere has to wait', async () => {
    const guesser = testBrowser(running.server, '198.51.100.7')
    for (let guess = 0; guess < 5; guess += 1) await trySignIn(guesser, people.maya.email, `guess ${guess}`)
    const slowed = await trySignIn(guesser, people.maya.email, testPassword)
    expect(slowed.statusCode).toBe(429)
    expect(slowed.body).toContain('Try again in 15 seconds.')
    await signedIn(people.maya.email, testBrowser(running.server, '203.0.113.9'))
    later(0.25)
    await signedIn(people.maya.email, guesser)
  })

  test('is never answered by more than a quarter of an hour', async () => {
    const guesser = testBrowser(running.server, '198.51.100.8')
    for (let guess = 0; guess < 60; guess += 1) {
      await trySignIn(guesser, people.tomos.email, 'guess')
      later(15)
    }
    await signedIn(people.tomos.email, guesser)
  })

  test('at the old password in a session that was left open waits as at sign-in', async () => {
    const browser = testBrowser(running.server, '198.51.100.10')
    await signedIn(people.tomos.email, browser)
    await browser.get('/account/password')
    const typed = { oldPassword: 'guess', password: 'another four words', repeated: 'another four words' }
    for (let guess = 0; guess < 5; guess += 1) {
      const refused = await browser.post('/account/password', typed)
      expect(refused.body).toContain('The current password is incorrect')
    }
    const slowed = await browser.post('/account/password', { ...typed, oldPassword: testPassword })
    expect(slowed.body).toContain('Try again in')
    await signedIn(people.tomos.email)
  })

  test('of passwords from sixty addresses is slowed, and its person comes in at once from their own browser', async () => {
    const own = await signedIn(people.maya.email, testBrowser(running.server, '203.0.113.20'))
    const answers: number[] = []
    for (let address = 0; address < 60; address += 1) {
      const guesser = testBrowser(running.server, `198.51.100.${20 + address}`)
      answers.push((await trySignIn(guesser, people.maya.email, 'guess')).statusCode)
    }
    expect(answers.filter((status) => status === 422)).toHaveLength(11)
    expect(answers.filter((status) => status === 429)).toHaveLength(49)
    expect((await trySignIn(own, people.maya.email, testPassword)).statusCode).toBe(303)
    const elsewhere = testBrowser(running.server, '203.0.113.21')
    expect((await trySignIn(elsewhere, people.maya.email, testPassword)).body).toContain(
      'Try again in 15 seconds',
    )
    later(0.25)
    await signedIn(people.maya.email, elsewhere)
  })

  test('of one account from everywhere, however often, keeps its person waiting five minutes at most', async () => {
    const address = (number: number) => `198.51.${number}.9`
    await failed(Array.from({ length: 100 }, (_, number) => [people.tomos.email, address(number), 9]))
    const elsewhere = testBrowser(running.server)
    expect((await trySignIn(elsewhere, people.tomos.email, testPassword)).body).toContain('in 5 minutes')
    later(5)
    await signedIn(people.tomos.email, elsewhere)
  })

  test('of codes from sixty addresses is slowed as that of passwords is', async () => {
    const person = await addTestPerson(running.shell, 'Cody Code')
    await running.shell.database
      .updateTable('person')
      .set({ authenticator_key: 'A'.repeat(32) })
      .where('person_id', '=', person.personId)
      .execute()
    const answers: number[] = []
    for (let address = 0; address < 60; address += 1) {
      const guesser = testBrowser(running.server, `198.51.100.${20 + address}`)
      answers.push((await trySignIn(guesser, person.email, testPassword, '000000')).statusCode)
    }
    expect(answers.filter((status) => status === 422)).toHaveLength(11)
  })

  test('by one address at many accounts is slowed, and keeps nobody behind it from a browser that they have used', async () => {
    const address = '198.51.100.12'
    const colleague = await signedIn(people.maya.email, testBrowser(running.server, address))
    const accounts = Array.from({ length: 40 }, (_, number) => `person${number}@example.org`)
    await failed([...accounts, people.maya.email].map((email) => [email, address, 30]))
    const guesser = testBrowser(running.server, address)
    expect((await trySignIn(guesser, people.tomos.email, testPassword)).body).toContain('in 15 seconds')
    expect((await trySignIn(colleague, people.maya.email, testPassword)).statusCode).toBe(303)
    later(1)
    await signedIn(people.tomos.email, testBrowser(running.server, address))
  })

  test('at one account from one address does not slow other accounts there', async () => {
    await failed([[people.maya.email, '198.51.100.13', 1000]])
    await signedIn(people.tomos.email, testBrowser(running.server, '198.51.100.13'))
  })

  test('by many tries at the same moment is counted try by try', async () => {
    const guesser = testBrowser(running.server, '198.51.100.9')
    await guesser.get('/sign-in')
    const fields = { email: people.maya.email, password: 'guess' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => guesser.post('/sign-in', fields)))
    expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(7)
  })
})

describe('a password or code of 50,000 letters', () => {
  const long = 'x'.repeat(50_000)
  const tries = async () => running.shell.database.selectFrom('sign_in_failure').select('failures').execute()

  test('is refused at sign-in before it is hashed, for every account, and says the limit', async () => {
    for (const email of [people.maya.email, 'nobody@example.org']) {
      const refused = await trySignIn(testBrowser(running.server), email, long)
      expect([refused.statusCode, refused.body]).toEqual([
        422,
        expect.stringContaining('The password has more than 200 characters.'),
      ])
      expect(refused.body).not.toContain(long)
    }
    expect(await tries()).toEqual([])
  })

  test('is refused wherever else a password is entered', async () => {
    const browser = await signedIn(people.maya.email)
    const key = 'A'.repeat(32)
    const passcode = codeAt(fromBase32(key), stepAt(running.clock.now))
    const fields = { oldPassword: long, password: long, repeated: long, name: 'export', days: '30' }
    const paths = [
      '/account/password',
      '/account/tokens',
      '/account/authenticator',
      '/account/authenticator/remove',
    ]
    await browser.get('/account')
    for (const path of paths) {
      const refused = await browser.post(path, { ...fields, authenticatorKey: key, passcode })
      expect(refused.body).toContain('The password has more than 200 characters.')
    }
    expect(await tries()).toEqual([])
    const coded = await browser.post('/account/authenticator', {
      authenticatorKey: key,
      passcode: '1 '.repeat(25_000),
      password: testPassword,
    })
    expect(coded.body).toContain('The code is incorrect')
  })

  test('cannot be hashed by a place that forgot to refuse it', async () => {
    await expect(hashPassword(long)).rejects.toThrow(RangeError)
    await expect(spendPasswordTime(long)).rejects.toThrow(RangeError)
  })
})

describe('a session', () => {
  test('ends after an hour without use, and lasts while it is used', async () => {
    const browser = await signedIn(people.maya.email)
    later(59)
    expect((await browser.get('/account')).statusCode).toBe(200)
    later(59)
    expect((await browser.get('/account')).statusCode).toBe(200)
    later(60)
    expect((await browser.get('/account')).statusCode).toBe(303)
  })

  test('is not extended by a page that was left open and sends requests by itself', async () => {
    const browser = await signedIn(people.maya.email)
    for (const minutes of [20, 20, 19]) {
      later(minutes)
      expect((await browser.get('/account', { 'x-unattended': 'yes' })).statusCode).toBe(200)
    }
    later(1)
    expect((await browser.get('/account')).statusCode).toBe(303)
  })

  test('ends after twelve hours however busy', async () => {
    const browser = await signedIn(people.maya.email)
    for (let hour = 0; hour < 23; hour += 1) {
      later(30)
      expect((await browser.get('/account')).statusCode).toBe(200)
    }
    later(30)
    expect((await browser.get('/account')).statusCode).toBe(303)
  })

  test('is stored as its hash only, in a cookie that no script reads', async () => {
    const browser = await signedIn(people.maya.email)
    const secret = String(browser.cookie('assay_session'))
    const rows = await running.shell.database.selectFrom('session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(String(browser.cookie('assay_browser')))
  })

  test('ends everywhere at will, but not here', async () => {
    const elsewhere = await signedIn(people.maya.email)
    const here = await signedIn(people.maya.email)
    await here.get('/account')
    expect((await here.post('/account/sessions', { session: 'others' })).statusCode).toBe(303)
    expect((await elsewhere.get('/account')).statusCode).toBe(303)
    expect((await here.get('/account')).statusCode).toBe(200)
  })

  test('of someone else cannot be ended', async () => {
    const others = await signedIn(people.tomos.email)
    const [row] = await running.shell.database
      .selectFrom('session')
      .select('session_hash')
      .where('person_id', '=', people.tomos.personId)
      .where('ended_at', 'is', null)
      .execute()
    const browser = await signedIn(people.maya.email)
    await browser.get('/account')
    const ended = await browser.post('/account/sessions', { session: String(row?.session_hash) })
    expect(ended.statusCode).toBe(404)
    expect((await others.get('/account')).statusCode).toBe(200)
  })

  test('ends by signing out', async () => {
    const browser = await signedIn(people.maya.email)
    const session = String(browser.cookie('assay_session'))
    await browser.get('/sign-out')
    await browser.post('/sign-out')
    expect(browser.cookie('assay_session')).toBeUndefined()
    const again = { cookie: `assay_session=${session}` }
    expect((await running.server.inject({ url: '/account', headers: again })).statusCode).toBe(303)
  })
})

describe('what was typed when the session was lost', () => {
  async function typedTooLate(browser: TestBrowser, fields: Record<string, string>) {
    await browser.get('/account')
    later(61)
    return browser.post('/note', fields)
  }

  /** Sends a file by a form whose session has ended. */
  async function sentTooLate(browser: TestBrowser, text: string) {
    const page = (await browser.get('/account')).body
    const mark = /name="form-token" content="([^"]*)"/.exec(page)?.[1] ?? ''
    later(61)
    const part = (name: string, more: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
    const payload = `${part('_form', '', mark)}${part('list', '; filename="cases.csv"', text)}--x--\r\n`
    const cookie = ['assay_browser', 'assay_session']
      .map((name) => `${name}=${browser.cookie(name)}`)
      .join('; ')
    const headers = {
      cookie,
      'content-type': 'multipart/form-data; boundary=x',
      'sec-fetch-site': 'same-origin',
    }
    return running.server.inject({ method: 'POST', url: '/list', headers, payload })
  }

  test('is there again after signing in, is sent by a button, and is then no longer stored', async () => {
    const browser = await signedIn(people.maya.email)
    const lost = await typedTooLate(browser, { note: 'a <b>note</b>\nof two lines', answer: 'yes' })
    expect([lost.statusCode, lost.headers.location, notes]).toEqual([303, '/sign-in?to=%2Fsaved-forms', []])
    expect((await browser.get('/sign-in?to=%2Fsaved-forms')).body).toContain(
      'The form that you sent is saved',
    )
    await signedIn(people.maya.email, browser)
    const page = (await browser.get('/saved-forms')).body
    expect(page).toContain('a &lt;b&gt;note&lt;/b&gt;\nof two lines')
    const savedForm = /name="_savedForm" value="(\w+)"/.exec(page)?.[1] ?? ''
    const sent = await browser.post('/note', {
      _savedForm: savedForm,
      note: 'a <b>note</b>\nof two lines',
      answer: 'yes',
    })
    expect(sent.statusCode).toBe(303)
    expect(notes).toEqual([{ note: 'a <b>note</b>\nof two lines', answer: 'yes' }])
    expect((await browser.get('/saved-forms')).body).toContain('You have no saved forms.')
  })

  test('is found at the former address too', async () => {
    const browser = await signedIn(people.maya.email)
    const former = await browser.get('/held')
    expect([former.statusCode, former.headers.location]).toEqual([303, '/saved-forms'])
  })

  test('can be deleted', async () => {
    const browser = await signedIn(people.maya.email)
    await typedTooLate(browser, { note: 'never mind' })
    await signedIn(people.maya.email, browser)
    const savedForm = /name="_savedForm" value="(\w+)"/.exec((await browser.get('/saved-forms')).body)?.[1]
    await browser.post(`/saved-forms/${savedForm}/delete`)
    expect((await browser.get('/saved-forms')).body).toContain('You have no saved forms.')
  })

  test('is saved with its files, which are then sent by a button', async () => {
    const browser = await signedIn(people.maya.email)
    expect((await sentTooLate(browser, 'case_id\nRED-1\n')).headers.location).toBe(
      '/sign-in?to=%2Fsaved-forms',
    )
    const [row] = await running.shell.database.selectFrom('held_submission').selectAll().execute()
    expect(row?.sealed.toString('latin1')).not.toContain('RED-1')
    await signedIn(people.maya.email, browser)
    const page = (await browser.get('/saved-forms')).body
    expect(page).toContain('cases.csv')
    const savedForm = /name="_savedForm" value="(\w+)"/.exec(page)?.[1] ?? ''
    expect((await browser.post('/list', { _savedForm: savedForm })).statusCode).toBe(303)
    expect(files).toEqual(['list cases.csv 14'])
    expect((await browser.get('/saved-forms')).body).toContain('You have no saved forms.')
  })

  test('is saved with the name of a file for which there is no room, and asks for it again', async () => {
    const browser = await signedIn(people.maya.email)
    await sentTooLate(browser, 'x'.repeat(33 * 1024 * 1024))
    await signedIn(people.maya.email, browser)
    const page = (await browser.get('/saved-forms')).body
    expect(page).toContain('There was no room to save every file.')
    expect(page).not.toContain('Send form')
    await running.shell.database.deleteFrom('held_submission').execute()
  })

  test('is stored for a day if it has a file, and is then gone', async () => {
    await running.shell.database.deleteFrom('held_submission').execute()
    const browser = await signedIn(people.maya.email)
    await sentTooLate(browser, 'old')
    const count = async () =>
      (await running.shell.database.selectFrom('held_submission').select('held_id').execute()).length
    later(25 * 60)
    await tidy(running.shell, peopleRetention)
    expect(await count()).toBe(1)
    later(1)
    await tidy(running.shell, peopleRetention)
    expect(await count()).toBe(0)
  })

  test('is nobody else’s: not in another browser, not for another person in the same one, not in the database', async () => {
    const browser = await signedIn(people.maya.email)
    await typedTooLate(browser, { note: 'for my eyes' })
    const rows = await running.shell.database.selectFrom('held_submission').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/for my eyes|Zm9yIG15IGV5ZXM/)
    expect((await (await signedIn(people.maya.email)).get('/saved-forms')).body).not.toContain('for my eyes')
    expect((await (await signedIn(people.tomos.email, browser)).get('/saved-forms')).body).not.toContain(
      'for my eyes',
    )
    expect((await (await signedIn(people.maya.email, browser)).get('/saved-forms')).body).toContain(
      'for my eyes',
    )
  })

  test('is never sent as someone else who signed in meanwhile in another tab', async () => {
    const browser = await signedIn(people.maya.email)
    const page = (await browser.get('/account')).body
    const mayasMark = /name="form-token" content="([^"]*)"/.exec(page)?.[1] ?? ''
    await signedIn(people.tomos.email, browser)
    const sent = await browser.post('/note', { _form: mayasMark, note: 'Maya wrote this' })
    expect([sent.statusCode, notes]).toEqual([409, []])
    expect((await (await signedIn(people.maya.email, browser)).get('/saved-forms')).body).toContain(
      'Maya wrote this',
    )
  })

  test('a form that was open when the session ended counts after signing in again in another tab', async () => {
    const browser = await signedIn(people.maya.email)
    const page = (await browser.get('/account')).body
    const mark = /name="form-token" content="([^"]*)"/.exec(page)?.[1] ?? ''
    later(61)
    await signedIn(people.maya.email, browser)
    expect((await browser.post('/note', { _form: mark, note: 'late' })).statusCode).toBe(303)
    expect(notes).toEqual([{ note: 'late' }])
  })

  test('is reported if it could not be stored: nobody is promised what is not there', async () => {
    const browser = await signedIn(people.maya.email)
    const browser_hash = hashSecret(String(browser.cookie('assay_browser')))
    const kept = Array.from({ length: 100 }, () => ({
      held_id: newId(),
      person_id: people.maya.personId,
      browser_hash,
      sealed: Buffer.from('x'),
      held_at: running.clock.now,
      ends_at: new Date(running.clock.now.getTime() + 86_400_000),
    }))
    await running.shell.database.insertInto('held_submission').values(kept).execute()
    const lost = await typedTooLate(browser, { note: 'one too many' })
    expect(lost.statusCode).toBe(401)
    expect(lost.body).toContain('could not be saved')
    await running.shell.database.deleteFrom('held_submission').execute()
  })

  test('is saved without passwords', async () => {
    const browser = await signedIn(people.maya.email)
    await browser.get('/account/password')
    later(61)
    await browser.post('/account/password', {
      oldPassword: 'old secret',
      password: 'new secret',
      repeated: 'new secret',
    })
    await signedIn(people.maya.email, browser)
    expect((await browser.get('/saved-forms')).body).not.toMatch(/old secret|new secret/)
  })

  test('is not stored for a browser that nobody signed in from: strangers cannot fill the store', async () => {
    await running.shell.database.deleteFrom('held_submission').execute()
    const maya = await signedIn(people.maya.email)
    const mark = /name="form-token" content="([^"]*)"/.exec((await maya.get('/account')).body)?.[1] ?? ''
    const stranger = testBrowser(running.server)
    await stranger.get('/sign-in')
    expect((await stranger.post('/note', { _form: mark, note: 'x' })).statusCode).toBe(401)
    const rows = await running.shell.database.selectFrom('held_submission').selectAll().execute()
    expect(rows).toEqual([])
  })
})

describe('a form', () => {
  test('without its mark, or with another browser’s, changes nothing', async () => {
    const browser = await signedIn(people.maya.email)
    const other = await signedIn(people.maya.email)
    const mark = /name="form-token" content="([^"]*)"/.exec((await other.get('/account')).body)?.[1] ?? ''
    for (const _form of ['', mark, 'nobody.x']) {
      expect((await browser.post('/note', { _form, note: 'x' })).statusCode).toBe(403)
    }
    expect(notes).toEqual([])
  })
})

describe('an authenticator app', () => {
  test('is set up by a code, asked for at sign-in, each code once, and a recovery code once', async () => {
    const person = await addTestPerson(running.shell, 'Otto Phone')
    const browser = await signedIn(person.email)
    const page = (await browser.get('/account/authenticator')).body
    const key = /name="authenticatorKey" value="([A-Z2-7]{32})"/.exec(page)?.[1] ?? ''
    const code = (): string => codeAt(fromBase32(key), stepAt(running.clock.now))
    const setUp = (words: { passcode: string; password: string }) =>
      browser.post('/account/authenticator', { authenticatorKey: key, ...words })
    expect((await setUp({ passcode: '000000', password: testPassword })).body).toContain(
      'The code is incorrect',
    )
    expect((await setUp({ passcode: code(), password: '' })).body).toContain('No password was entered')
    expect((await setUp({ passcode: code(), password: 'a guess' })).body).toContain(
      'The current password is incorrect',
    )
    const set = await setUp({ passcode: code(), password: testPassword })
    const codes = [...set.body.matchAll(/<code>([A-Z2-7-]{29})<\/code>/g)].map(([, one = '']) => one)
    expect(codes).toHaveLength(10)

    const next = testBrowser(running.server)
    expect((await trySignIn(next, person.email, testPassword)).body).toContain('has an authenticator app')
    expect((await trySignIn(next, person.email, testPassword, code())).statusCode).toBe(422)
    later(1)
    expect((await trySignIn(next, person.email, testPassword, code())).statusCode).toBe(303)
    expect((await trySignIn(next, person.email, testPassword, code())).statusCode).toBe(422)
    const [recovery = ''] = codes
    expect((await trySignIn(next, person.email, testPassword, recovery.toLowerCase())).statusCode).toBe(303)
    expect((await trySignIn(next, person.email, testPassword, recovery)).statusCode).toBe(422)
    const row = await running.shell.database
      .selectFrom('person')
      .select('authenticator_key')
      .where('person_id', '=', person.personId)
      .executeTakeFirstOrThrow()
    expect(row.authenticator_key).toMatch(new RegExp(`^${testSealingKeys[0].id}\\.`))
    expect(row.authenticator_key).not.toContain(key)

    const remove = (passcode: string, password = testPassword) =>
      browser.post('/account/authenticator/remove', { passcode, password })
    expect((await remove('')).body).toContain('no code was entered')
    expect((await remove('000000')).statusCode).toBe(422)
    expect((await trySignIn(next, person.email, testPassword)).statusCode).toBe(422)
    later(1)
    expect((await remove(code(), 'a guess')).body).toContain('The current password is incorrect')
    expect((await remove(code())).statusCode).toBe(303)
    expect((await trySignIn(next, person.email, testPassword)).statusCode).toBe(303)
  })

  test('that is not set up is not removed: nothing is recorded, and no try is forgiven', async () => {
    const browser = await signedIn(people.tomos.email, testBrowser(running.server, '198.51.100.11'))
    await browser.get('/account/password')
    const guess = { oldPassword: 'guess', password: 'another four words', repeated: 'another four words' }
    const remove = () =>
      browser.post('/account/authenticator/remove', { passcode: '', password: testPassword })
    for (let tries = 0; tries < 4; tries += 1) await browser.post('/account/password', guess)
    expect((await remove()).body).toContain('You have no authenticator app to remove')
    expect((await browser.post('/account/password', guess)).body).toContain('Try again in')
    const events = await running.shell.database
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'person.remove-authenticator')
      .where('subject', '=', people.tomos.personId)
      .execute()
    expect(events).toEqual([])
  })

  test('is shown as a QR code of the address that apps take, next to the key in text', async () => {
    const browser = await signedIn(people.maya.email)
    const page = (await browser.get('/account/authenticator')).body
    const key = /name="authenticatorKey" value="([A-Z2-7]{32})"/.exec(page)?.[1] ?? ''
    const { path } = qrCode(`otpauth://totp/Assay:maya.iqbal%40example.org?secret=${key}&issuer=Assay`)
    expect(page).toContain(`d="${path}"`)
    expect(page).toContain(key.match(/.{4}/g)?.join(' '))
  })

  test('takes no key of another form, however long: what was sent is not shown again', async () => {
    const browser = await signedIn(people.maya.email)
    await browser.get('/account/authenticator')
    const authenticatorKey = 'A'.repeat(5000)
    const refused = await browser.post('/account/authenticator', { authenticatorKey, passcode: '000000' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).not.toContain(authenticatorKey)
  })
})

describe('an administrator', () => {
  test('adds a person, hands over a link, and the person sets a password with it, once', async () => {
    const admin = await signedIn(people.admin.email)
    await admin.get('/people')
    const fields = { name: 'Nia Newcomer', email: 'Nia@example.org', 'role-chief-inspector': 'yes' }
    const added = await admin.post('/people', fields)
    const link = /http:\/\/127\.0\.0\.1(\/set-password\/[\w-]{43})/.exec(added.body)?.[1] ?? ''
    const nia = testBrowser(running.server)
    await nia.get(link)
    expect((await nia.post(link, { password: 'short', repeated: 'short' })).statusCode).toBe(422)
    for (const password of ['liverpool123', 'Nia.Newcomer.2026']) {
      const refused = await nia.post(link, { password, repeated: password })
      expect(refused.statusCode).toBe(422)
      expect(/id="password-error"[\s\S]*?<\/p>/.exec(refused.body)?.[0]).toContain(
        'Choose a password that is harder to guess',
      )
    }
    expect((await nia.post(link, { password: testPassword, repeated: testPassword })).statusCode).toBe(303)
    expect((await nia.post(link, { password: testPassword, repeated: testPassword })).statusCode).toBe(404)
    expect((await (await signedIn('nia@example.org', nia)).get('/account')).body).toContain('Chief inspector')
  })

  test('resets a password: sessions end, and a link counts for three days', async () => {
    const person = await addTestPerson(running.shell, 'Rhys Reset')
    const browser = await signedIn(person.email)
    const admin = await signedIn(people.admin.email)
    await admin.get(`/people/${person.personId}`)
    const reset = await admin.post(`/people/${person.personId}/reset`)
    const link = /(\/set-password\/[\w-]{43})/.exec(reset.body)?.[1] ?? ''
    expect((await browser.get('/account')).statusCode).toBe(303)
    expect((await browser.get(link)).statusCode).toBe(200)
    later(72 * 60)
    expect((await browser.get(link)).statusCode).toBe(404)
  })

  test('closes an account: its sessions and tokens are over, and nobody signs in with it', async () => {
    const person = await addTestPerson(running.shell, 'Gwen Gone')
    const browser = await signedIn(person.email)
    const admin = await signedIn(people.admin.email)
    await admin.get('/people')
    expect((await admin.post(`/people/${person.personId}/close`, { closed: 'yes' })).statusCode).toBe(303)
    expect((await browser.get('/account')).statusCode).toBe(303)
    expect((await trySignIn(browser, person.email, testPassword)).statusCode).toBe(422)
  })

  test('gives themselves no role, and the last one stays', async () => {
    const admin = await signedIn(people.admin.email)
    await admin.get('/people')
    const own = `/people/${people.admin.personId}`
    const more = await admin.post(own, {
      name: 'Ada Admin',
      'role-administrator': 'yes',
      'role-chief-inspector': 'yes',
    })
    expect(more.body).toContain('You cannot change your own roles')
    expect((await admin.post(`${own}/close`, { closed: 'yes' })).statusCode).toBe(409)
  })
})

describe('a token', () => {
  async function makeOne(browser: TestBrowser): Promise<string> {
    await browser.get('/account/tokens')
    const made = await browser.post('/account/tokens', { name: 'export', days: '30', password: testPassword })
    return /<code[^>]*>(assay_[\w-]{43})<\/code>/.exec(made.body)?.[1] ?? ''
  }
  const asked = (token: string, url = '/api/v1/me') =>
    running.server.inject({ url, headers: { authorization: `Bearer ${token}` } })

  test('acts as its person, only at the API, needs no form, and is shown once', async () => {
    const browser = await signedIn(people.tomos.email)
    const token = await makeOne(browser)
    expect((await asked(token)).json()).toEqual({ name: 'Tomos Rees', personId: people.tomos.personId })
    const headers = { authorization: `Bearer ${token}` }
    expect((await running.server.inject({ method: 'POST', url: '/api/v1/note', headers })).statusCode).toBe(
      200,
    )
    expect((await asked(token, '/account')).statusCode).toBe(303)
    expect((await asked(token, '/people')).statusCode).toBe(303)
    const page = (await browser.get('/account/tokens')).body
    expect(page).toContain('export')
    expect(page).not.toContain(token)
  })

  test('is made only by who knows the password, and keeps what else was typed', async () => {
    const browser = await signedIn(people.tomos.email)
    await browser.get('/account/tokens')
    const words = { name: 'a thief’s', days: '30' }
    for (const password of ['', 'a guess']) {
      const refused = await browser.post('/account/tokens', { ...words, password })
      expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('value="a thief’s"')])
      expect(refused.body).not.toContain('a guess')
    }
    expect((await browser.get('/account/tokens')).body).not.toContain('a thief’s')
  })

  test.each(['changed', 'set by a link'])(
    'is revoked when the password is %s, and other sessions end: the log says so',
    async (how) => {
      const person = await addTestPerson(running.shell, `Tia Token ${how}`)
      const browser = await signedIn(person.email)
      const elsewhere = await signedIn(person.email)
      const token = await makeOne(browser)
      const typed = { password: 'another four words', repeated: 'another four words' }
      if (how === 'changed') {
        await browser.get('/account/password')
        await browser.post('/account/password', { oldPassword: testPassword, ...typed })
      } else {
        const link = newSecret()
        const row = {
          link_hash: hashSecret(link),
          person_id: person.personId,
          ends_at: new Date(testNow.getTime() + 1000),
        }
        await running.shell.database.insertInto('password_link').values(row).execute()
        expect((await setPasswordByLink(running.shell, link, typed)).ok).toBe(true)
      }
      expect((await asked(token)).statusCode).toBe(401)
      expect((await elsewhere.get('/account')).statusCode).toBe(303)
      const event = await running.shell.database
        .selectFrom('audit_event')
        .select('after')
        .where('action', '=', 'person.set-password')
        .where('subject', '=', person.personId)
        .orderBy('audit_event_id', 'desc')
        .executeTakeFirst()
      expect(event?.after).toEqual({ revokedTokens: 1 })
    },
  )

  test('has no right that its person has lost, and ends when an administrator resets them', async () => {
    const person = await addTestPerson(running.shell, 'Tess Token', ['head-of-programme'])
    const token = await makeOne(await signedIn(person.email))
    expect((await asked(token, '/api/v1/programme')).statusCode).toBe(200)
    const nothing = { name: 'Tess Token', overallRoles: [] }
    expect((await changePerson(running.shell, person.personId, nothing)).ok).toBe(true)
    expect((await asked(token, '/api/v1/programme')).statusCode).toBe(403)
    expect((await asked(token)).statusCode).toBe(200)
    expect((await resetPerson(running.shell, person.personId, false)).ok).toBe(true)
    expect((await asked(token)).statusCode).toBe(401)
  })

  test('ends on its day, and at once when it is revoked', async () => {
    const browser = await signedIn(people.tomos.email)
    const token = await makeOne(browser)
    const page = (await browser.get('/account/tokens')).body
    const revokes = [...page.matchAll(/action="(\/account\/tokens\/\w+\/revoke)"/g)]
    for (const [, revoke = ''] of revokes) expect((await browser.post(revoke)).statusCode).toBe(303)
    expect((await asked(token)).statusCode).toBe(401)
    const other = await makeOne(browser)
    later(30 * 24 * 60)
    const over = await asked(other)
    expect([over.statusCode, String(over.headers['content-type']).split(';')[0], over.json().code]).toEqual([
      401,
      'application/problem+json',
      'people.not-signed-in',
    ])
  })

  test('is made on the command line too, for a person and a number of days', async () => {
    const printed: string[] = []
    const terminal = {
      out: (text: string) => printed.push(text),
      err: () => undefined,
      isTerminal: false,
      colour: false,
    }
    const openShell = async () => ({ shell: running.shell, close: async () => undefined })
    const context = { terminal, openShell, editionsFolder: '' }
    expect(await tokenCreate.run(['--person', people.maya.email, '--days', '7'], context)).toBe(0)
    expect((await asked(String(printed[0]).trim())).json()).toMatchObject({ name: 'Maya Iqbal' })
    expect(await tokenCreate.run(['--person', 'nobody@example.org'], context)).toBe(1)
    expect(await tokenCreate.run(['--person', people.maya.email, '--days', '366'], context)).toBe(1)
    expect(await tokenCreate.run(['--whose', people.maya.email], context)).toBe(2)
  })

  test('a browser’s own script needs the mark of its page at the API', async () => {
    const browser = await signedIn(people.maya.email)
    await browser.get('/account')
    const json = { 'content-type': 'application/json' }
    expect((await browser.post('/api/v1/note', {}, json)).statusCode).toBe(403)
    const { body } = await browser.get('/account')
    const mark = /name="form-token" content="([^"]*)"/.exec(body)?.[1] ?? ''
    const sent = await browser.post('/api/v1/note', {}, { ...json, 'x-form-token': mark })
    expect(sent.statusCode).toBe(200)
  })
})

describe('the demonstration’s people', () => {
  test('are one for each role, are printed with how to sign in, and stay out where others can reach the server', async () => {
    const folder = new URL('../../demonstration', import.meta.url).pathname
    const { database } = running.shell
    await database.insertInto('service').values({ service_id: 'northmoor', name: 'Northmoor' }).execute()
    const inspection = { inspection_id: 'northmoor-2024-06', service_id: 'northmoor', edition_id: 'x' }
    await database
      .insertInto('inspection')
      .values({ ...inspection, made_up: true, imported_at: testNow })
      .execute()
    expect(await loadDemonstrationPeople(running.shell, folder, ['northmoor-2024-06'])).toEqual({
      ok: true,
      value: 14,
    })
    expect(await loadDemonstrationPeople(running.shell, folder, ['northmoor-2024-06'])).toEqual({
      ok: true,
      value: 0,
    })
    const lines = await demonstrationSignIns(database)
    expect(lines[0]).toContain(demonstrationPassword)
    expect(lines).toContain('  lead@northmoor.example: Lead inspector in northmoor-2024-06')
    expect(lines).toContain('  administrator@northmoor.example: Administrator')
    const browser = testBrowser(running.server)
    const lead = await trySignIn(browser, 'lead@northmoor.example', demonstrationPassword)
    expect(lead.statusCode).toBe(303)
    expect((await browser.get('/account')).body).toContain('Lead inspector')

    const reachable = await openAccessServer({ people: { madeUpMaySignIn: false } })
    await reachable.shell.database.insertInto('service').values({ service_id: 'n', name: 'N' }).execute()
    const there = { ...inspection, service_id: 'n', made_up: true, imported_at: testNow }
    await reachable.shell.database.insertInto('inspection').values(there).execute()
    await loadDemonstrationPeople(reachable.shell, folder, ['northmoor-2024-06'])
    const refused = await trySignIn(
      testBrowser(reachable.server),
      'lead@northmoor.example',
      demonstrationPassword,
    )
    expect(refused.body).toContain(
      'cannot use a demonstration account on a server that other computers can reach',
    )
    await reachable.close()
  })
})

test('what people did to accounts is in the audit log under their id', async () => {
  const rows = await running.shell.database
    .selectFrom('audit_event')
    .select(['action', 'actor'])
    .where('person_id', '=', people.admin.personId)
    .execute()
  expect(rows).toContainEqual({ action: 'person.add', actor: 'Ada Admin' })
  expect(rows).toContainEqual({ action: 'person.reset', actor: 'Ada Admin' })
})
