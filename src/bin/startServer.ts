import { join } from 'node:path'
import { loadEditions } from '../app/framework/editions.ts'
import { makeAccess } from '../app/people/access/access.ts'
import { prepareAuthenticatorKeys } from '../app/people/accounts/authenticator-page/authenticatorKeys.ts'
import { makeProvider } from '../app/people/sign-in/provider.ts'
import { createPdfPrinter } from '../app/report/pdf/pdfPrinter.ts'
import { done, type Result, refuse } from '../core/kernel/result.ts'
import { problem } from '../platform/config/problems.ts'
import { isLoopback, type Settings } from '../platform/config/settings.ts'
import type { OpenDatabase } from '../platform/database/openDatabase.ts'
import { tidy, tidyRegularly } from '../platform/housekeeping.ts'
import { logError } from '../platform/http/log.ts'
import { buildServer } from '../platform/http/server.ts'
import { makeShell } from '../platform/shell.ts'
import { makeApplication } from './application.ts'
import { retentionRules } from './housekeeping.ts'

const projectFolder = join(import.meta.dirname, '../..')

export type RunningServer = {
  /** Such as `http://127.0.0.1:3000`. */
  readonly address: string
  /** Answers what was asked, then stops listening. */
  close(): Promise<void>
}

type ServerSettings = Omit<Settings, 'databaseUrl'>

/**
 * Serves the product over a database, by the project's own editions where no other folder is given. Refuses bad editions,
 * missing keys and a port that is in use.
 */
export async function startServer(
  settings: ServerSettings,
  { database, readers = database }: Pick<OpenDatabase, 'database'> & Partial<OpenDatabase>,
  editionsFolder = join(projectFolder, 'editions'),
): Promise<Result<RunningServer>> {
  const editions = await loadEditions(editionsFolder)
  if (!editions.ok) return editions
  const keys = await prepareAuthenticatorKeys(makeShell(database, { name: 'server' }), settings.keyFile)
  if (!keys.ok) return keys
  const printer = createPdfPrinter()
  let address = ''
  const application = makeApplication(editions.value, printer, {
    session: settings.session,
    provider: settings.provider && makeProvider(settings.provider),
    madeUpMaySignIn: isLoopback(settings.host) && settings.origin === undefined,
    origin: () => settings.origin ?? address,
    sealingKeys: keys.value,
  })
  const access = makeAccess(database, settings.session)
  const server = await buildServer({ application, database, readers, access, settings, projectFolder })
  const stopTidying = tidyRegularly({
    everyMs: 3_600_000,
    run: () => tidy({ database, now: () => new Date() }, retentionRules),
    told: (all) => {
      const removed = all.filter(({ count }) => count > 0)
      if (removed.length > 0) server.log.info({ removed }, 'tidied')
    },
    failed: (error) => logError(server.log, error),
  })
  const close = async (): Promise<void> => {
    await stopTidying()
    await server.close()
    await printer.close()
  }
  try {
    address = await server.listen({ host: settings.host, port: settings.port })
    return done({ address, close })
  } catch (error) {
    await close()
    if (!isPortTaken(error)) throw error
    return refuse(problem('settings.port-in-use', { host: settings.host, port: settings.port }))
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
