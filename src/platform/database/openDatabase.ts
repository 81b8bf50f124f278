/** The one way to a database: embedded by default, a server where DATABASE_URL names one; migrated in both cases. */
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Settings } from '../config/settings.ts'
import type { Connection } from './connection.ts'
import { type EmbeddedOptions, startEmbedded } from './embedded/supervisor.ts'
import { kyselyOn } from './kyselyOn.ts'
import { grantLeastRights, hasRights, isOwner, programRole } from './leastRights.ts'
import { isCurrent, migrate } from './migrations.ts'
import { problem } from './problems.ts'

export type OpenDatabase = {
  readonly database: Connection
  /** The same over connections of its own, for those who only read: however many they are, others can write. */
  readonly readers: Connection
  /** Closes the connections, and ends the embedded server where we own it. */
  close(): Promise<void>
}

/** The folder of the migrations in the project. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

/**
 * Opens the database of `settings`, migrated, with the rights of the program's own role. Refuses one that is owned by
 * another instance (unless joining it), does not answer, or is newer than this program.
 */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataFolder'>,
  options: Pick<EmbeddedOptions, 'progress' | 'whenOwned'>,
): Promise<Result<OpenDatabase>> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = settings
  if (databaseUrl !== undefined) return openServer(databaseUrl, databaseOwnerUrl, options.progress)
  const server = await startEmbedded({ ...options, home: dataFolder })
  if (!server.ok) return server
  const { connection, stop } = server.value
  const prepared = await prepareAsOwner(connection, programRole)
  if (prepared.ok) return openAs({ ...connection, user: programRole }, stop)
  await stop()
  return prepared
}

/** A server of the installation's own. Without an owner's address the program migrates if its own role owns the tables. */
async function openServer(
  url: string,
  ownerUrl: string | undefined,
  progress: EmbeddedOptions['progress'],
): Promise<Result<OpenDatabase>> {
  const connection = { connectionString: url }
  if (ownerUrl !== undefined) {
    const prepared = await prepareAsOwner({ connectionString: ownerUrl }, userOf(url))
    return prepared.ok ? openAs(connection) : prepared
  }
  const opened = await openAs(connection)
  if (!opened.ok) return opened
  const { database, close } = opened.value
  const owns = await isOwner(database)
  if (owns)
    progress('The program works as the owner of its tables. Set ASSAY_DATABASE_OWNER_URL to separate them.')
  const ready = await (owns ? migrate(database, migrationsFolder) : isCurrent(database, migrationsFolder))
  if (!ready.ok) await close()
  return ready.ok ? opened : ready
}

/** The role that an address of a database names. */
function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username)
}

/** Migrates as the owner, and gives `role` its rights if anything changed or it has none. */
async function prepareAsOwner(connection: pg.ClientConfig, role: string): Promise<Result<unknown>> {
  const opened = await openAs(connection)
  if (!opened.ok) return opened
  const { database, close } = opened.value
  try {
    const migrated = await migrate(database, migrationsFolder)
    if (!migrated.ok) return migrated
    if (migrated.value.length > 0 || !(await hasRights(database, role)))
      await grantLeastRights(database, role)
    return done(null)
  } finally {
    await close()
  }
}

async function openAs(
  connection: pg.ClientConfig,
  stop: () => Promise<void> = async () => undefined,
): Promise<Result<OpenDatabase>> {
  const database = kyselyOn(connection)
  const readers = kyselyOn(connection)
  const close = async (): Promise<void> => {
    await Promise.all([database.destroy(), readers.destroy()])
    await stop()
  }
  try {
    await sql`select 1`.execute(database)
    return done({ database, readers, close })
  } catch (error) {
    await close()
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('database.unreachable', { reason }))
  }
}
