import type { Connection } from '../database/connection.ts'

/** The key of a request, as it is stored: the same key of another person is another key. */
export type IdempotencyKey = {
  readonly personId: string
  readonly keyHash: string
  /** Of everything that the request asks for. */
  readonly fingerprint: string
}

/** `answer` is sealed; null while it is not known, or if it is not to be stored. */
export type StoredAnswer = {
  readonly fingerprint: string
  readonly answer: Buffer | null
  readonly writtenAt: Date
}

/** Writes the key down; false if it is there already. Waits for a transaction that is writing the same one. */
export async function insertKey(database: Connection, key: IdempotencyKey, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await database
    .insertInto('stored_answer')
    .values({
      person_id: key.personId,
      key_hash: key.keyHash,
      fingerprint: key.fingerprint,
      answer: null,
      written_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function updateAnswer(
  database: Connection,
  { personId, keyHash }: IdempotencyKey,
  answer: Buffer,
): Promise<void> {
  await database
    .updateTable('stored_answer')
    .set({ answer })
    .where('person_id', '=', personId)
    .where('key_hash', '=', keyHash)
    .execute()
}

/** Undefined if the key was not used, or what it was used for was refused. */
export async function findAnswer(
  database: Connection,
  { personId, keyHash }: IdempotencyKey,
): Promise<StoredAnswer | undefined> {
  return database
    .selectFrom('stored_answer')
    .select(['fingerprint', 'answer', 'written_at as writtenAt'])
    .where('person_id', '=', personId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst()
}

/** For a request of which a part was done and the rest refused: it may be sent again. */
export async function deleteKey(database: Connection, { personId, keyHash }: IdempotencyKey): Promise<void> {
  await database
    .deleteFrom('stored_answer')
    .where('person_id', '=', personId)
    .where('key_hash', '=', keyHash)
    .execute()
}

/** Returns how many were deleted. */
export async function deleteStoredAnswersBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('stored_answer')
    .where('written_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
