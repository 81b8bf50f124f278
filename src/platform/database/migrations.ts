/** Numbered SQL files, run forward only, each once, in order, under a lock. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Connection } from './connection.ts'
import { problem } from './problems.ts'

/** Brings the database up to the newest migration. Refuses one that a newer program made. Throws where SQL fails. */
export async function migrate(database: Connection, folder: string): Promise<Result<readonly string[]>> {
  const newer = await newerThan(database, folder)
  if (newer !== undefined) return refuse(problem('database.newer', { migration: newer }))
  const { error, results } = await migratorOf(database, folder).migrateToLatest()
  if (error !== undefined) throw error
  return done((results ?? []).map(({ migrationName }) => migrationName))
}

/** Done where the database has every migration of `folder`, and only those. */
export async function isCurrent(database: Connection, folder: string): Promise<Result<null>> {
  const newer = await newerThan(database, folder)
  if (newer !== undefined) return refuse(problem('database.newer', { migration: newer }))
  const ran = new Set(await ranMigrations(database))
  const missing = migrationNames(folder).find((name) => !ran.has(name))
  return missing === undefined ? done(null) : refuse(problem('database.not-migrated', { migration: missing }))
}

/** The names of the migrations in `folder`, in order: `0001_audit`. */
function migrationNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name))
    .map((name) => name.replace(/\.sql$/, ''))
    .toSorted()
}

function migratorOf(database: Connection, folder: string): Migrator {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(
        migrationNames(folder).map((name) => [name, migrationFrom(join(folder, `${name}.sql`))]),
      ),
  }
  return new Migrator({ db: database, provider })
}

function migrationFrom(file: string): Migration {
  return {
    up: async (tx) => {
      await sql.raw(readFileSync(file, 'utf8')).execute(tx)
    },
  }
}

async function newerThan(database: Connection, folder: string): Promise<string | undefined> {
  const known = new Set(migrationNames(folder))
  return (await ranMigrations(database)).find((name) => !known.has(name))
}

async function ranMigrations(database: Connection): Promise<readonly string[]> {
  const { rows: tables } = await sql<{
    name: string | null
  }>`select to_regclass('kysely_migration')::text as name`.execute(database)
  if (tables[0]?.name == null) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  )
  return rows.map(({ name }) => name)
}
