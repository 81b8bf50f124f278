/** The product with its demonstration, in the stage of fieldwork, with a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemonstration } from '../src/bin/seed.ts'
import { startServer } from '../src/bin/startServer.ts'
import { superuser } from '../src/platform/database/embedded/cluster.ts'
import { findPostmaster } from '../src/platform/database/embedded/postmaster.ts'
import type { ServerAddress } from '../src/platform/database/embedded/supervisor.ts'
import { openDatabase } from '../src/platform/database/openDatabase.ts'
import { makeShell, type Shell } from '../src/platform/shell.ts'
import { setStage } from '../test/support/fieldwork.ts'
import { doneValue } from '../test/support/results.ts'
import { testSettings } from '../test/support/settings.ts'

export const inspection = 'northmoor-2024-06'

export type DemonstrationServer = {
  readonly address: string
  readonly shell: Shell
  readonly settings: ReturnType<typeof testSettings>
  /** With the rights of the owner of the tables, which the product does not have. */
  readonly owner: ServerAddress
  close(): Promise<void>
}

/** `makeEditions` puts other editions than the project's into a folder, and returns its path. */
export async function startDemonstration(
  makeEditions?: (folder: string) => string,
): Promise<DemonstrationServer> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'))
  const opened = doneValue(
    await openDatabase(
      { databaseUrl: undefined, databaseOwnerUrl: undefined, dataFolder: folder },
      { progress: () => undefined, whenOwned: 'refuse' },
    ),
  )
  const shell = makeShell(opened.database, { name: 'bench' })
  doneValue(await seedDemonstration(shell))
  await setStage(shell, inspection, 'fieldwork')
  const settings = testSettings(folder)
  const server = doneValue(await startServer(settings, opened, makeEditions?.(folder)))
  const close = async (): Promise<void> => {
    await server.close()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const { socket: host } = findPostmaster(join(folder, 'database')) ?? unreachableServer()
  const owner = { host, user: superuser, database: 'assay' }
  return { address: server.address, shell, settings, owner, close }
}

function unreachableServer(): never {
  throw new Error('there is no database server')
}
