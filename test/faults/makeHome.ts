/**
 * A folder with a database that was made, migrated and stopped in order, with the demonstration, and with what a server
 * makes when it starts there. Tests of what happens to a database that exists copy it.
 */
import type { TestProject } from 'vitest/node'
import { seedDemonstration } from '../../src/bin/seed.ts'
import { openDatabase } from '../../src/platform/database/openDatabase.ts'
import { makeShell } from '../../src/platform/shell.ts'
import { doneValue } from '../support/results.ts'
import { temporaryHome } from '../support/temporaryHome.ts'
import { removeHome } from './removeHome.ts'
import { freePort, startWeb } from './webProcess.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the folder. Nothing runs in it. */
    readonly madeHome: string
  }
}

export default async function makeHome(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome('made')
  const place = { databaseUrl: undefined, databaseOwnerUrl: undefined, dataFolder: home }
  const opened = doneValue(await openDatabase(place, { progress: () => undefined, whenOwned: 'refuse' }))
  doneValue(await seedDemonstration(makeShell(opened.database, { name: 'test' }, () => new Date())))
  await opened.close()
  const first = await startWeb(home, await freePort())
  await first.stop()
  project.provide('madeHome', home)
  return () => removeHome(home)
}
