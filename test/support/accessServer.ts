/** The whole product over a database of its own, for tests of who gets where, with a clock that can be set. */
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import type { Editions } from '../../src/app/framework/editions.ts'
import { makeAccess } from '../../src/app/people/access/access.ts'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import { setPasswordByLink } from '../../src/app/people/accounts/password-page/setPassword.ts'
import type { PeopleOptions } from '../../src/app/people/routes.ts'
import type { PdfPrinter } from '../../src/app/report/pdf/pdfPrinter.ts'
import { makeApplication } from '../../src/bin/application.ts'
import type { OverallRole } from '../../src/core/access/roles.ts'
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import type { SealingKeys } from '../../src/platform/keyFile.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { clonedShell } from './database.ts'
import { testSettings } from './settings.ts'
import { testNow } from './testNow.ts'

export type AccessServer = {
  readonly server: FastifyInstance
  readonly shell: Shell
  /** With the rights of the owner of the tables, which the server does not have. */
  readonly owner: ServerAddress
  readonly routes: readonly Route[]
  readonly clock: { now: Date }
  close(): Promise<void>
}

/** What seals the keys of authenticator apps in these tests. */
export const testSealingKeys: SealingKeys = [{ id: '0a0b0c0d', key: Buffer.alloc(32, 'test') }]

const noEditions: Editions = new Map()
const noPrinter: PdfPrinter = {
  print: () => Promise.reject(new Error('no PDF is printed here')),
  close: async () => undefined,
}

type Options = {
  readonly people?: Partial<PeopleOptions>
  /** Replaces every route, such as by one that only says that it was reached. */
  readonly withRoute?: (route: Route) => Route
  readonly more?: readonly Route[]
}

export async function openAccessServer(options: Options = {}): Promise<AccessServer> {
  const cloned = await clonedShell()
  const { database } = cloned.shell
  const settings = testSettings(inject('dataFolder'))
  const clock = { now: testNow }
  const now = (): Date => clock.now
  const application = makeApplication(noEditions, noPrinter, {
    session: settings.session,
    provider: undefined,
    madeUpMaySignIn: true,
    origin: () => 'http://127.0.0.1',
    sealingKeys: testSealingKeys,
    ...options.people,
  })
  const routes = [...application.routes, ...(options.more ?? [])]
  const served = { ...application, routes: routes.map(options.withRoute ?? ((route) => route)) }
  const projectFolder = join(import.meta.dirname, '../..')
  const access = makeAccess(database, settings.session, now)
  const server = await buildServer({ application: served, database, access, settings, projectFolder, now })
  const close = async (): Promise<void> => {
    await server.close()
    await cloned.remove()
  }
  const shell = makeShell(database, { name: 'test' }, now)
  return { server, shell, owner: cloned.owner, routes, clock, close }
}

export const testPassword = 'four plain words here'

/** Adds a person who can sign in with the tests' password. */
export async function addTestPerson(
  shell: Shell,
  name: string,
  overallRoles: readonly OverallRole[] = [],
): Promise<{ readonly personId: string; readonly email: string }> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
  const added = await addPerson(shell, { email, name, overallRoles })
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  const typed = { password: testPassword, repeated: testPassword }
  const set = await setPasswordByLink(shell, added.value.link, typed)
  if (!set.ok) throw new Error(JSON.stringify(set.problems))
  return { personId: added.value.personId, email }
}
