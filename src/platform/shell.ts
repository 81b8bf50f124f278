/** What a use-case is handed: the database, the clock and who is acting. */
import type { Kysely, Transaction } from 'kysely'
import type { Result } from '../core/kernel/result.ts'
import type { Database } from './database/databaseTypes.ts'

/** Who acts: the person at this computer is 'workbench', the command line is 'command line'. */
export type Actor = { readonly name: string }

export type Shell = {
  readonly database: Kysely<Database>
  readonly now: () => Date
  readonly actor: Actor
  /** Runs `work` in one transaction: commits when it is done, rolls back when it refuses or throws. */
  transact<Value>(work: (tx: Transaction<Database>) => Promise<Result<Value>>): Promise<Result<Value>>
}

/** Carries a refusal through Kysely's transaction, which rolls back only when something is thrown. */
class RolledBack extends Error {}

/** A shell over `database`, acting for `actor`. `now` is the clock; tests give their own. */
export function makeShell(
  database: Kysely<Database>,
  actor: Actor,
  now: () => Date = () => new Date(),
): Shell {
  return { database, now, actor, transact: (work) => transactOn(database, work) }
}

async function transactOn<Value>(
  database: Kysely<Database>,
  work: (tx: Transaction<Database>) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  let result: Result<Value> | undefined
  try {
    return await database.transaction().execute(async (tx) => {
      result = await work(tx)
      if (!result.ok) throw new RolledBack()
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack && result !== undefined) return result
    throw error
  }
}
