/** A database for a test file, cloned from the migrated template; each test's writes are rolled back. */
import { randomUUID } from 'node:crypto'
import type { ControlledTransaction } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import type { Result } from '../../src/core/kernel/result.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import type { Database } from '../../src/platform/database/databaseTypes.ts'
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'
import { kyselyOn } from '../../src/platform/database/kyselyOn.ts'
import { programRole } from '../../src/platform/database/leastRights.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { checkAuditShapes } from './auditShapes.ts'
import { testNow } from './testNow.ts'

type ClonedDatabase = {
  /** With the rights that the program has. */
  readonly connection: ServerAddress
  /** With the rights of the owner of the tables, who can do anything. */
  readonly owner: ServerAddress
  remove(): Promise<void>
}

/** What a cloned database has in it: every migration and nothing else, or the demonstration too. */
type Contents = 'template' | 'demonstration'

/** A database of its own on the run's server. */
export async function cloneDatabase(contents: Contents = 'template'): Promise<ClonedDatabase> {
  const template = inject(contents)
  const name = `clone_${randomUUID().replaceAll('-', '')}`
  await asAdministrator(template, `create database ${name} template ${template.database}`)
  return {
    connection: { ...template, database: name, user: programRole },
    owner: { ...template, database: name },
    remove: () => asAdministrator(template, `drop database ${name} with (force)`),
  }
}

async function asAdministrator(template: ServerAddress, statement: string): Promise<void> {
  const client = new pg.Client({ ...template, database: 'postgres' })
  await client.connect()
  // Two clones at the same moment would each find the template in use.
  await client.query('select pg_advisory_lock(1)')
  await client.query(statement)
  await client.end()
}

/** Runs `statement` with the owner's rights, which the program does not have. */
export async function asOwner(owner: ServerAddress, statement: string): Promise<void> {
  const client = new pg.Client(owner)
  // A server that ends meanwhile rejects the query as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** With whose rights a test works: the program's, or those of the owner of the tables, who can do anything. */
type WorksAs = 'program' | 'owner'

type Cloned = { readonly worksAs?: WorksAs; readonly contents?: Contents }

/** A shell over a database that stays as it is until the test file ends: for tests that commit on purpose. */
export async function clonedShell({
  worksAs = 'program',
  contents = 'template',
}: Cloned = {}): Promise<{ readonly shell: Shell; readonly owner: ServerAddress; remove(): Promise<void> }> {
  const clone = await cloneDatabase(contents)
  const database = kyselyOn(worksAs === 'owner' ? clone.owner : clone.connection)
  const remove = async (): Promise<void> => {
    await checkAuditShapes(database)
    await database.destroy()
    await clone.remove()
  }
  return { shell: makeShell(database, { name: 'test' }, () => testNow), owner: clone.owner, remove }
}

/**
 * To be called at the top of a test file. Gives the shell of the present test; whatever the test writes, its
 * committed use-cases included, is rolled back after it.
 */
export function useDatabase(worksAs: WorksAs = 'program'): () => Shell {
  let remove: () => Promise<void> = async () => undefined
  let database: Connection
  let tx: ControlledTransaction<Database>
  beforeAll(async () => {
    const cloned = await clonedShell({ worksAs })
    database = cloned.shell.database
    remove = cloned.remove
  })
  beforeEach(async () => {
    tx = await database.startTransaction().execute()
  })
  afterEach(async () => {
    try {
      // The owner of the tables forges the log on purpose.
      if (worksAs === 'program') await checkAuditShapes(tx)
    } catch (error) {
      if (!isAborted(error)) throw error
    } finally {
      await tx.rollback().execute()
    }
  })
  afterAll(() => remove())
  return () => shellWithin(tx)
}

/** A test that shows what the database refuses leaves a transaction in which nothing can be read any more. */
function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02'
}

/** Within a test's transaction, a use-case's own is a savepoint: rolled back when it refuses or throws. */
function shellWithin(tx: ControlledTransaction<Database>): Shell {
  return {
    database: tx,
    now: () => testNow,
    actor: { name: 'test' },
    mayDo: async () => true,
    transact: async <Value>(work: (inner: typeof tx) => Promise<Result<Value>>) => {
      const inner = await tx.savepoint('use_case').execute()
      try {
        const result = await work(inner)
        if (result.ok) await inner.releaseSavepoint('use_case').execute()
        else await inner.rollbackToSavepoint('use_case').execute()
        return result
      } catch (error) {
        await inner.rollbackToSavepoint('use_case').execute()
        throw error
      }
    },
  }
}
