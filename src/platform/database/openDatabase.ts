/** The one way to a database: embedded by default, a server where DATABASE_URL names one; migrated in both cases. */
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from './databaseTypes.ts'
import { type EmbeddedOptions, startEmbedded } from './embedded/supervisor.ts'
import { kyselyOn } from './kyselyOn.ts'
import { migrate } from './migrations.ts'

export type OpenDatabase = {
  readonly database: Kysely<Database>
  /** Closes the connections, and ends the embedded server where we own it. */
  close(): Promise<void>
}

/** The folder of the migrations in the project. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

/**
 * Opens the database of `settings` and migrates it. Refuses one that is owned by another instance (unless joining
 * it), does not answer, or is newer than this program.
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  options: Pick<EmbeddedOptions, 'progress' | 'whenOwned'>,
): Promise<Result<OpenDatabase>> {
  if (settings.databaseUrl !== undefined) {
    return openMigrated({ connectionString: settings.databaseUrl }, async () => undefined)
  }
  const server = await startEmbedded({ ...options, home: settings.dataFolder })
  if (!server.ok) return server
  return openMigrated(server.value.connection, server.value.stop)
}

async function openMigrated(
  connection: pg.ClientConfig,
  stop: () => Promise<void>,
): Promise<Result<OpenDatabase>> {
  const database = kyselyOn(connection)
  const close = async (): Promise<void> => {
    await database.destroy()
    await stop()
  }
  const ready = await answersAndMigrates(database)
  if (!ready.ok) await close()
  return ready.ok ? done({ database, close }) : ready
}

async function answersAndMigrates(database: Kysely<Database>): Promise<Result<unknown>> {
  try {
    await sql`select 1`.execute(database)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('database.unreachable', { reason }))
  }
  return migrate(database, migrationsFolder)
}
