/** What the program writes down about its visitors while people pages are used, as a process with its log turned up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../../src/app/people/accounts/demonstration.ts'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { asOwner } from '../support/database.ts'
import { type KillableServer, startKillableServer } from '../support/killableServer.ts'
import { cookieHeader } from '../support/testServer.ts'

let folder: string
let server: KillableServer
const log: string[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-log-'))
  server = await startKillableServer(folder, { logLevel: 'debug', heard: (line) => log.push(line) })
}, 60_000)
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The browser of a person who is signed in: their cookies, and the mark of the page that they saw last. */
async function browserOf(mailbox: string) {
  const cookie = cookieHeader(await server.signedInAs(mailbox))
  const addresses: string[] = []
  let mark = ''
  const visit = async (path: string, fields?: Readonly<Record<string, string>>): Promise<string> => {
    const body = fields && new URLSearchParams({ _form: mark, ...fields })
    const sent = body === undefined ? {} : { method: 'POST', body }
    const response = await fetch(server.address + path, { ...sent, headers: { cookie }, redirect: 'manual' })
    addresses.push(path, response.headers.get('location') ?? '')
    const page = await response.text()
    mark = /name="form-token" content="([^"]*)"/.exec(page)?.[1] ?? mark
    return page
  }
  return { visit, addresses }
}

const typed = {
  name: 'Nia Nobody-Else',
  email: 'nia.nobody@example.org',
  note: 'Kept-words-of-a-child',
  password: 'a password that nobody shares',
}

test('e-mail addresses, names, typed text, passwords and what opens a session are in no log and no address', async () => {
  const admin = await browserOf('administrator')
  await admin.visit('/people')
  const made = await admin.visit('/people', { name: typed.name, email: typed.email })
  const link = /\/set-password\/([\w-]{43})/.exec(made)?.[1] ?? ''
  expect(link).not.toBe('')
  await admin.visit('/people', { name: typed.name, email: typed.email })
  const person = await findPersonByEmail(server.shell.database, typed.email)
  await admin.visit(`/people/${person?.personId}`)
  await admin.visit(`/people/${person?.personId}`, { name: typed.name, 'role-administrator': 'yes' })

  const stranger = await browserOf('lead')
  await stranger.visit('/sign-in')
  await stranger.visit('/sign-in', { email: typed.email, password: typed.password })
  await stranger.visit('/account/password', { oldPassword: typed.password, password: 'x', repeated: 'y' })
  await stranger.visit('/inspections/northmoor-2024-06/people')
  await stranger.visit('/inspections/northmoor-2024-06/people', { email: typed.email, role: 'inspector' })
  await stranger.visit('/inspections/northmoor-2024-06/recommendations', {
    owner: typed.name,
    text: typed.note,
  })
  const token = /assay_[\w-]{43}/.exec(
    await stranger.visit('/account/tokens', { name: typed.note, days: '9', password: demonstrationPassword }),
  )?.[0]
  expect(token).toBeDefined()

  // Errors: a statement that fails with what was typed in it, and a page that is not there.
  await asOwner(server.owner, 'alter table person rename made_up to broken')
  const failed = await admin.visit('/people', { name: typed.name, email: 'other.person@example.org' })
  await asOwner(server.owner, 'alter table person rename broken to made_up')
  const missing = await stranger.visit(`/nowhere?email=${typed.email}`)

  const opened = await fetch(`${server.address}/set-password/${link}`)
  expect(opened.status).toBe(200)
  // What the process writes arrives a moment after its answer.
  await expect.poll(() => log.join('\n')).toContain('/set-password/:link')
  const written = log.join('\n')
  expect(written).toContain('/people/:person')
  expect(written).toContain('"status":500')
  const secrets = [link, String(token), demonstrationPassword]
  const personal = [...Object.values(typed), ...secrets, 'other.person', 'Lena', '@northmoor.example']
  // The start prints how to sign in to the demonstration, for who sits before the machine.
  const logged = log.filter((line) => line.startsWith('{')).join('\n')
  for (const text of personal) expect(logged).not.toContain(text)
  const addresses = [...admin.addresses, ...stranger.addresses].filter((one) => !one.startsWith('/nowhere'))
  for (const text of personal) expect(addresses.join('\n')).not.toContain(text)
  for (const text of Object.values(typed)) expect([failed, missing].join('\n')).not.toContain(text)
})
