/**
 * One PostgreSQL for the tests of a project, separate from any other: started before them, stopped and removed after
 * them. It has two databases to clone: one with every migration, and one with the demonstration as well.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { seedDemonstration } from '../../src/bin/seed.ts'
import { type ServerAddress, startEmbedded } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { grantLeastRights, programRole } from '../../src/platform/database/leastRights.ts'
import { migrate } from '../../src/platform/database/migrations.ts'
import { migrationsFolder } from '../../src/platform/database/openDatabase.ts'
import { makeShell } from '../../src/platform/shell.ts'
import { doneValue } from './results.ts'
import { temporaryHome } from './temporaryHome.ts'
import { testNow } from './testNow.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, with the name of the migrated database. */
    readonly template: ServerAddress
    /** The same, with the name of the database that has the demonstration as well. */
    readonly demonstration: ServerAddress
    /** Where servers have their style sheet and scripts: made once, by the first. */
    readonly dataFolder: string
  }
}

export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome('test')
  const server = doneValue(await startEmbedded({ home, progress: () => undefined, whenOwned: 'refuse' }))
  const template = server.connection
  const demonstration = { ...template, database: 'demonstration' }
  const database = kyselyOn(template)
  await migrate(database, migrationsFolder)
  await grantLeastRights(database, programRole)
  await database.destroy()
  await makeDemonstration(template, demonstration)
  project.provide('template', template)
  project.provide('demonstration', demonstration)
  project.provide('dataFolder', join(home, 'data'))
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Clones the migrated database and loads the demonstration into the clone, with the rights of the program. */
async function makeDemonstration(template: ServerAddress, demonstration: ServerAddress): Promise<void> {
  const client = new pg.Client({ ...template, database: 'postgres' })
  await client.connect()
  // Tests of what a power cut leaves have servers of their own; here nobody has to wait for the disk.
  await client.query('alter role all set synchronous_commit = off')
  await client.query(`create database ${demonstration.database} template ${template.database}`)
  await client.end()
  const database = kyselyOn({ ...demonstration, user: programRole })
  doneValue(await seedDemonstration(makeShell(database, { name: 'test' }, () => testNow)))
  await database.destroy()
}
