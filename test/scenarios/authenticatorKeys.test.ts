/** The keys of authenticator apps in the database: sealed, resealed at a start, and useless without the key file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareAuthenticatorKeys } from '../../src/app/people/accounts/authenticator-page/authenticatorKeys.ts'
import { authenticatorRemove } from '../../src/app/people/commands/authenticatorRemove.ts'
import { signIn } from '../../src/app/people/sign-in/signIn.ts'
import { codeAt, fromBase32, newAuthenticatorKey, stepAt } from '../../src/app/people/sign-in/totp.ts'
import { newKeyLine, type SealingKeys } from '../../src/platform/keyFile.ts'
import { type AccessServer, addTestPerson, openAccessServer, testPassword } from '../support/accessServer.ts'
import { noVisit } from '../support/visit.ts'

let running: AccessServer
const person = { personId: '', email: '' }
let folder: string
const file = (): string => join(folder, 'keys')

beforeAll(async () => {
  running = await openAccessServer()
  Object.assign(person, await addTestPerson(running.shell, 'Otto Phone'))
})
afterAll(() => running?.close())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function stored(): Promise<string | null> {
  const { authenticator_key } = await running.shell.database
    .selectFrom('person')
    .select('authenticator_key')
    .where('person_id', '=', person.personId)
    .executeTakeFirstOrThrow()
  return authenticator_key
}

async function store(authenticator_key: string | null): Promise<void> {
  await running.shell.database
    .updateTable('person')
    .set({ authenticator_key, authenticator_step: null })
    .where('person_id', '=', person.personId)
    .execute()
}

/** The keys of a server that starts with the file. */
async function started(): Promise<SealingKeys> {
  const prepared = await prepareAuthenticatorKeys(running.shell, file())
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems))
  return prepared.value
}

async function refusal(): Promise<string> {
  const prepared = await prepareAuthenticatorKeys(running.shell, file())
  return prepared.ok ? 'none' : prepared.problems[0].code
}

/** What signing in with the right code comes to on a server with these keys: `in`, or the refusal. */
async function signsIn(sealingKeys: SealingKeys, key: string): Promise<string> {
  const passcode = codeAt(fromBase32(key), stepAt(running.shell.now()))
  const words = { email: person.email, password: testPassword, passcode }
  const signed = await signIn(running.shell, noVisit, words, { madeUpMaySignIn: false, sealingKeys })
  return signed.ok ? 'in' : signed.problems[0].code
}

describe('the key of an authenticator app', () => {
  test('that was stored before there was a key file is sealed at the next start, and its codes still count', async () => {
    const key = newAuthenticatorKey()
    await store(key)
    const keys = await started()
    expect(await stored()).toMatch(new RegExp(`^${keys[0].id}\\.[\\w-]+$`))
    expect(await stored()).not.toContain(key)
    expect(await signsIn(keys, key)).toBe('in')
  })

  test('is sealed under the first key at the start after it was put there, and the old one can then be removed', async () => {
    const key = newAuthenticatorKey()
    await store(key)
    const [old] = await started()
    const newLine = newKeyLine()
    writeFileSync(file(), `${newLine}\n${readFileSync(file(), 'utf8')}`)
    await started()
    expect(await stored()).not.toContain(old.id)
    writeFileSync(file(), `${newLine}\n`)
    expect(await signsIn(await started(), key)).toBe('in')
  })

  test('in another person’s row opens nothing', async () => {
    const key = newAuthenticatorKey()
    await store(key)
    await started()
    const other = await addTestPerson(running.shell, 'Petra Phone')
    await running.shell.database
      .updateTable('person')
      .set({ authenticator_key: await stored() })
      .where('person_id', '=', other.personId)
      .execute()
    expect(await refusal()).toBe('keys.do-not-open')
    await running.shell.database
      .updateTable('person')
      .set({ authenticator_key: null })
      .where('person_id', '=', other.personId)
      .execute()
  })

  test('without its file, or with another one, stops the start; nothing is changed', async () => {
    await store(newAuthenticatorKey())
    await started()
    const before = await stored()
    const text = readFileSync(file(), 'utf8')
    rmSync(file())
    expect(await refusal()).toBe('keys.missing')
    writeFileSync(file(), `${newKeyLine()}\n`, { mode: 0o600 })
    expect(await refusal()).toBe('keys.do-not-open')
    expect(await stored()).toBe(before)
    writeFileSync(file(), text)
    expect(await refusal()).toBe('none')
  })

  test('that cannot be opened lets nobody in without a recovery code, and says why', async () => {
    const key = newAuthenticatorKey()
    await store(key)
    await started()
    const others: SealingKeys = [{ id: 'ffffffff', key: Buffer.alloc(32) }]
    expect(await signsIn(others, key)).toBe('people.authenticator-closed')
  })

  test('is removed on the command line, of one person or of everyone; the log says so', async () => {
    const terminal = { out: () => undefined, err: () => undefined, isTerminal: false, colour: false }
    const openShell = async () => ({ shell: running.shell, close: async () => undefined })
    const run = (...words: string[]) =>
      authenticatorRemove.run(words, { terminal, openShell, editionsFolder: '' })
    for (const words of [['--person', person.email], ['--everybody']]) {
      await store(newAuthenticatorKey())
      expect(await run(...words)).toBe(0)
      expect(await stored()).toBeNull()
    }
    const events = await running.shell.database
      .selectFrom('audit_event')
      .select('subject')
      .where('action', '=', 'person.remove-authenticator')
      .execute()
    expect(events).toEqual([{ subject: person.personId }, { subject: person.personId }])
    expect(await run('--person', 'nobody@example.org')).toBe(1)
    expect(await run()).toBe(2)
    expect(await run('--everybody', '--person', person.email)).toBe(2)
  })
})
