import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

export type SavedFormRow = { readonly savedFormId: string; readonly sealed: Buffer; readonly savedAt: Date }
/** The person of a saved form, and the browser that it was sent from. */
export type SavedFormOwner = { readonly personId: string; readonly browserHash: string }

/** Saves a sealed form until `endsAt`. */
export async function insertSavedForm(
  database: Connection,
  owner: SavedFormOwner,
  row: SavedFormRow & { readonly endsAt: Date },
): Promise<void> {
  await database
    .insertInto('held_submission')
    .values({
      held_id: row.savedFormId,
      person_id: owner.personId,
      browser_hash: owner.browserHash,
      sealed: row.sealed,
      held_at: row.savedAt,
      ends_at: row.endsAt,
    })
    .execute()
}

/** Returns the forms of a person in one browser, the newest first. */
export async function listSavedForms(
  database: Connection,
  owner: SavedFormOwner,
): Promise<readonly SavedFormRow[]> {
  return database
    .selectFrom('held_submission')
    .select(['held_id as savedFormId', 'sealed', 'held_at as savedAt'])
    .where('person_id', '=', owner.personId)
    .where('browser_hash', '=', owner.browserHash)
    .orderBy('held_at', 'desc')
    .execute()
}

/** Returns how many forms a person has in one browser, and their bytes. */
export async function measureSavedForms(
  database: Connection,
  owner: SavedFormOwner,
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

/** Deletes a form, if it is one of its owner. */
export async function deleteSavedForm(
  database: Connection,
  owner: SavedFormOwner,
  savedFormId: string,
): Promise<void> {
  await database
    .deleteFrom('held_submission')
    .where('held_id', '=', savedFormId)
    .where('person_id', '=', owner.personId)
    .where('browser_hash', '=', owner.browserHash)
    .execute()
}

/** Deletes the forms that expired before `moment`. Returns how many. */
export async function deleteSavedFormsBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('held_submission')
    .where('ends_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
