/** The files of published reports as they were last made. */
import type { Connection } from '../../../platform/database/connection.ts'

/** Which file, and the hash of all that it is made from. */
export type FileKey = { readonly inspectionId: string; readonly name: string; readonly hash: string }

/** Returns the file, if it was last made from the same; otherwise undefined. */
export async function findPublishedFile(
  database: Connection,
  { inspectionId, name, hash }: FileKey,
): Promise<Buffer | undefined> {
  const row = await database
    .selectFrom('published_file')
    .select('body')
    .where('inspection_id', '=', inspectionId)
    .where('name', '=', name)
    .where('content_hash', '=', hash)
    .executeTakeFirst()
  return row?.body
}

/** Stores the file in place of the one that was made before. */
export async function savePublishedFile(
  database: Connection,
  { inspectionId, name, hash }: FileKey,
  made: { readonly body: Buffer; readonly madeAt: Date },
): Promise<void> {
  const values = { content_hash: hash, body: made.body, made_at: made.madeAt }
  await database
    .insertInto('published_file')
    .values({ inspection_id: inspectionId, name, ...values })
    .onConflict((conflict) => conflict.columns(['inspection_id', 'name']).doUpdateSet(values))
    .execute()
}
