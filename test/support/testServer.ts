/** The real server over a database of its own, with the demonstration loaded, on any free port. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { inject } from 'vitest'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import { insertSession } from '../../src/app/people/sign-in/session.queries.ts'
import { startServer } from '../../src/bin/startServer.ts'
import { done } from '../../src/core/kernel/result.ts'
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'
import { hashSecret, newSecret } from '../../src/platform/secrets.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { clonedShell } from './database.ts'
import { testSettings } from './settings.ts'

export type Cookies = NonNullable<Exclude<BrowserContextOptions['storageState'], string>>

/** What a test may do with a server. */
export type OpenServer = {
  readonly address: string
  readonly shell: Shell
  /** With the rights of the owner of the tables, which the server itself does not have. */
  readonly owner: ServerAddress
  /** The cookies of someone of the demonstration who is signed in: `lead` is lead@northmoor.example. */
  signedInAs(mailbox: string): Promise<Cookies>
}

export type TestServer = OpenServer & { close(): Promise<void> }

/** Starts a server for a browser test. Close it in `afterAll`. */
export async function startTestServer(): Promise<TestServer> {
  const { shell, owner, remove } = await clonedShell({ contents: 'demonstration' })
  const keyFolder = mkdtempSync(join(tmpdir(), 'assay-keys-'))
  const settings = { ...testSettings(inject('dataFolder')), keyFile: join(keyFolder, 'keys') }
  const server = await startServer(settings, { database: shell.database })
  if (!server.ok) throw new Error(JSON.stringify(server.problems))
  const close = async (): Promise<void> => {
    await server.value.close()
    await remove()
    rmSync(keyFolder, { recursive: true, force: true })
  }
  const signedInAs = (mailbox: string) => cookiesOf(shell, `${mailbox}@northmoor.example`)
  return { address: server.value.address, shell, owner, signedInAs, close }
}

/** The cookies as a request sends them. */
export function cookieHeader({ cookies }: Cookies): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The cookies of a person's browser in which they have just signed in. */
export async function cookiesOf(shell: Shell, email: string): Promise<Cookies> {
  const person = await findPersonByEmail(shell.database, email)
  if (person === undefined) throw new Error(`nobody is ${email}`)
  const session = newSecret()
  const browser = newSecret()
  const row = { hash: hashSecret(session), personId: person.personId, browserHash: hashSecret(browser) }
  // The server's clock is the real one here.
  await shell.transact(async (tx) =>
    done(await insertSession(tx, { ...row, agent: 'test', now: new Date(), provenAt: null })),
  )
  const place = {
    domain: '127.0.0.1',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  } as const
  const cookies = [
    { name: 'assay_session', value: session, ...place },
    { name: 'assay_browser', value: browser, ...place },
  ]
  return { cookies, origins: [] }
}
