/** What requests with an idempotency key were answered. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../platform/database/databaseTypes.ts'

export type WriteKey = {
  readonly inspectionId: string
  readonly key: string
  /** Of everything the request asked for. */
  readonly requestHash: string
}

/** The answer to the request that first used the key, or undefined where none did. */
export async function findAnswerTo(
  tx: Transaction<Database>,
  { inspectionId, key }: WriteKey,
): Promise<{ readonly requestHash: string; readonly answer: unknown } | undefined> {
  return tx
    .selectFrom('write_key')
    .select(['request_hash as requestHash', 'answer'])
    .where('inspection_id', '=', inspectionId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function insertAnswerTo(
  tx: Transaction<Database>,
  { inspectionId, key, requestHash }: WriteKey,
  answer: unknown,
  writtenAt: Date,
): Promise<void> {
  await tx
    .insertInto('write_key')
    .values({
      inspection_id: inspectionId,
      key,
      request_hash: requestHash,
      answer: JSON.stringify(answer),
      written_at: writtenAt,
    })
    .execute()
}

/** Gives back how many. */
export async function deleteWriteKeysBefore(database: Kysely<Database>, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('write_key')
    .where('written_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
