import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

export type HeldRow = { readonly savedFormId: string; readonly sealed: Buffer; readonly heldAt: Date }
export type HeldOwner = { readonly personId: string; readonly browserHash: string }

export async function insertHeld(
  database: Connection,
  owner: HeldOwner,
  row: HeldRow & { readonly endsAt: Date },
): Promise<void> {
  await database
    .insertInto('held_submission')
    .values({
      held_id: row.savedFormId,
      person_id: owner.personId,
      browser_hash: owner.browserHash,
      sealed: row.sealed,
      held_at: row.heldAt,
      ends_at: row.endsAt,
    })
    .execute()
}

/** What is kept for a person in this browser, the newest first. */
export async function listHeld(database: Connection, owner: HeldOwner): Promise<readonly HeldRow[]> {
  return database
    .selectFrom('held_submission')
    .select(['held_id as savedFormId', 'sealed', 'held_at as heldAt'])
    .where('person_id', '=', owner.personId)
    .where('browser_hash', '=', owner.browserHash)
    .orderBy('held_at', 'desc')
    .execute()
}

/** How many forms are kept for a person in this browser, and how many bytes they take. */
export async function measureHeld(
  database: Connection,
  owner: HeldOwner,
): Promise<{ readonly forms: number; readonly bytes: number }> {
  return database
    .selectFrom('held_submission')
    .select(({ fn }) => [
      fn.countAll<number>().as('forms'),
      sql<number>`coalesce(sum(octet_length(sealed)), 0)::bigint`.as('bytes'),
    ])
    .where('person_id', '=', owner.personId)
    .where('browser_hash', '=', owner.browserHash)
    .executeTakeFirstOrThrow()
}

export async function deleteHeld(database: Connection, owner: HeldOwner, savedFormId: string): Promise<void> {
  await database
    .deleteFrom('held_submission')
    .where('held_id', '=', savedFormId)
    .where('person_id', '=', owner.personId)
    .where('browser_hash', '=', owner.browserHash)
    .execute()
}

/** What nobody came back for in time. Gives back how many. */
export async function deleteHeldEndedBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('held_submission')
    .where('ends_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
