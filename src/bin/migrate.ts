/** Brings the database up to this version's schema. The server does the same when it starts. */
import { join } from 'node:path'
import type { Refused } from '../core/kernel/result.ts'
import { readSettings } from '../platform/config/settings.ts'
import { openDatabase } from '../platform/database/openDatabase.ts'
import { printProblems } from '../platform/printProblems.ts'
import { processTerminal } from '../platform/processTerminal.ts'

async function migrateDatabase(): Promise<Refused | undefined> {
  const settings = readSettings(process.env, join(import.meta.dirname, '../..'))
  if (!settings.ok) return settings
  const opened = await openDatabase(settings.value, { progress: console.log, whenOwned: 'join' })
  if (!opened.ok) return opened
  await opened.value.close()
  return undefined
}

const refused = await migrateDatabase()
if (refused !== undefined) printProblems(processTerminal, refused.problems)
process.exitCode = refused === undefined ? 0 : 1
