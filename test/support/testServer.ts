/** The real server over a database of its own, with the demonstration loaded, on any free port. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedDemonstration } from '../../src/bin/seed.ts'
import { startServer } from '../../src/bin/startServer.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { clonedShell } from './database.ts'
import { testSettings } from './settings.ts'

export type TestServer = { readonly address: string; readonly shell: Shell; close(): Promise<void> }

/** Starts a server for a browser test. Close it in `afterAll`. */
export async function startTestServer(): Promise<TestServer> {
  const { shell, remove } = await clonedShell()
  const dataFolder = mkdtempSync(join(tmpdir(), 'assay-pages-'))
  const seeded = await seedDemonstration(shell)
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.problems))
  const server = await startServer(testSettings(dataFolder), shell.database)
  if (!server.ok) throw new Error(JSON.stringify(server.problems))
  const close = async (): Promise<void> => {
    await server.value.close()
    await remove()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { address: server.value.address, shell, close }
}
