/** What a use-case is handed: the database, the clock and who is acting. */

import type { Result } from '../core/kernel/result.ts'
import type { Connection, Tx } from './database/connection.ts'
import type { Permission } from './declared.ts'

/** Who acts. `personId` is absent for the command line, and for someone who is not signed in. */
export type Actor = { readonly name: string; readonly personId?: string }

export type Shell = {
  readonly database: Connection
  readonly now: () => Date
  readonly actor: Actor
  /**
   * Whether the actor may do this in an inspection and, where one is named, with a case of it, from which a conflict of
   * interest may bar them; for what depends on it.
   */
  readonly mayDo: (permission: Permission, inspectionId: string | null, caseId?: string) => Promise<boolean>
  /** Runs `work` in one transaction: commits when it is done, rolls back when it refuses or throws. */
  transact<Value>(work: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>>
}

/** Carries a refusal through Kysely's transaction, which rolls back only when something is thrown. */
class RolledBack extends Error {}

/**
 * A shell over `database`, acting for `actor`. `now` is the clock; tests give their own. Who runs a command holds the
 * database itself, so nothing is refused to them; the server gives the rights of the person.
 */
export function makeShell(
  database: Connection,
  actor: Actor,
  now: () => Date = () => new Date(),
  mayDo: Shell['mayDo'] = async () => true,
): Shell {
  return { database, now, actor, mayDo, transact: (work) => transactOn(database, work) }
}

async function transactOn<Value>(
  database: Connection,
  work: (tx: Tx) => Promise<Result<Value>>,
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

/**
 * The shell within a transaction that has begun: what its use-cases write is committed or rolled back with the whole.
 * The caller has to refuse the whole if one of them refuses.
 */
export function withinTransaction(shell: Shell, tx: Tx): Shell {
  return { ...shell, database: tx, transact: (work) => work(tx) }
}
