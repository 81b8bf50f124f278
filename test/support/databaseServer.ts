/** One PostgreSQL for the test run, apart from any other: started before it, stopped and removed after it. */
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { type ServerAddress, startEmbedded } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { grantLeastRights, programRole } from '../../src/platform/database/leastRights.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { migrationsFolder } from '../../src/platform/database/openDatabase.ts'
import { temporaryHome } from './temporaryHome.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, with the name of the migrated database that each worker clones. */
    readonly template: ServerAddress
  }
}

export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome('test')
  const server = await startEmbedded({ home, progress: () => undefined, whenOwned: 'refuse' })
  if (!server.ok) throw new Error(JSON.stringify(server.problems))
  const template = kyselyOn(server.value.connection)
  await migrate(template, migrationsFolder)
  await grantLeastRights(template, programRole)
  await template.destroy()
  project.provide('template', server.value.connection)
  return async () => {
    await server.value.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
