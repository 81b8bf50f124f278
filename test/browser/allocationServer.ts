/** The real server with a made-up inspection whose whole case list is its sample. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { layoutFor } from '../../src/app/layout/navigation.ts'
import { problemPage } from '../../src/app/layout/problemPage.ts'
import { layoutRoutes } from '../../src/app/layout/routes.ts'
import { auditActions } from '../../src/app/people/auditActions.ts'
import { permissions } from '../../src/app/people/permissions.ts'
import { allocationRoutes } from '../../src/app/sampling/allocation/routes.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { addInspectionWithCases, allocationSources } from '../scenarios/allocationSources.ts'
import { clonedShell } from '../support/database.ts'
import type { TestServer } from '../support/testServer.ts'

/** Starts it. Close it in `afterAll`. */
export async function startAllocationServer(): Promise<TestServer> {
  const { shell, remove } = await clonedShell()
  await addInspectionWithCases(shell, 8)
  const dataFolder = mkdtempSync(join(tmpdir(), 'assay-allocation-'))
  const routes = [...layoutRoutes, ...allocationRoutes(await allocationSources())]
  const server = await buildServer({
    application: { routes, permissions, auditActions, layoutFor, problemPage },
    database: shell.database,
    settings: { dataFolder, logLevel: 'silent' },
    projectFolder: join(import.meta.dirname, '../..'),
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const close = async (): Promise<void> => {
    await server.close()
    await remove()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { address, shell, close }
}
