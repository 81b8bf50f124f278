/** Lists that were sent and are not taken yet, and the headings that are remembered for a service. */
import type { Kysely, Transaction } from 'kysely'
import type { ColumnMapping } from '../../core/intake/recogniseColumns.ts'
import type { Database } from '../../platform/database/databaseTypes.ts'
import { counts, headings, texts } from './storedJson.ts'

type Connection = Kysely<Database> | Transaction<Database>

export type CaseListUpload = {
  readonly uploadId: string
  readonly fileName: string
  /** As it would be kept: without the columns that were left out. */
  readonly content: Uint8Array
  /** Of the file as it was sent. */
  readonly sentSha256: string
  readonly leftOut: readonly string[]
  /** What was said by hand about the columns. */
  readonly columns: ColumnMapping['columns']
  /** Cases per domain as the key data gives them, or null where nobody said. */
  readonly keyData: Readonly<Record<string, number>> | null
}

export async function saveUpload(
  tx: Transaction<Database>,
  inspectionId: string,
  upload: CaseListUpload,
  received: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('case_list_upload')
    .values({
      inspection_id: inspectionId,
      upload_id: upload.uploadId,
      file_name: upload.fileName,
      content: Buffer.from(upload.content),
      sent_sha256: upload.sentSha256,
      left_out: JSON.stringify(upload.leftOut),
      columns: JSON.stringify(upload.columns),
      key_data: upload.keyData === null ? null : JSON.stringify(upload.keyData),
      received_at: received.at,
      received_by: received.by,
    })
    .execute()
}

/** The waiting list, or undefined where it was taken, given up or received before `earliest`. */
export async function findUpload(
  database: Connection,
  inspectionId: string,
  uploadId: string,
  earliest: Date,
): Promise<CaseListUpload | undefined> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(uploadId)) return undefined
  const row = await database
    .selectFrom('case_list_upload')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .where('received_at', '>=', earliest)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    uploadId,
    fileName: row.file_name,
    content: row.content,
    sentSha256: row.sent_sha256,
    leftOut: texts.parse(row.left_out),
    columns: headings.parse(row.columns),
    keyData: counts.parse(row.key_data),
  }
}

export async function saveUploadColumns(
  tx: Transaction<Database>,
  inspectionId: string,
  uploadId: string,
  columns: ColumnMapping['columns'],
): Promise<void> {
  await tx
    .updateTable('case_list_upload')
    .set({ columns: JSON.stringify(columns) })
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** Removes every waiting list that was received before `moment`. Gives back how many. */
export async function removeUploadsBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('case_list_upload')
    .where('received_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Removes one waiting list; null for one that never waited. */
export async function removeUpload(
  tx: Transaction<Database>,
  inspectionId: string,
  uploadId: string | null,
): Promise<void> {
  await tx
    .deleteFrom('case_list_upload')
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** The headings that were given by hand for earlier lists of the inspection's service. */
export async function rememberedHeadings(
  database: Connection,
  inspectionId: string,
): Promise<ColumnMapping['columns']> {
  const rows = await database
    .selectFrom('case_list_heading')
    .innerJoin('inspection', 'inspection.service_id', 'case_list_heading.service_id')
    .select(['field', 'heading'])
    .where('inspection_id', '=', inspectionId)
    .execute()
  return headings.parse(Object.fromEntries(rows.map(({ field, heading }) => [field, heading])))
}

export async function rememberHeadings(
  tx: Transaction<Database>,
  inspectionId: string,
  columns: ColumnMapping['columns'],
): Promise<void> {
  const { service_id } = await tx
    .selectFrom('inspection')
    .select('service_id')
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirstOrThrow()
  for (const [field, heading] of Object.entries(columns)) {
    await tx
      .insertInto('case_list_heading')
      .values({ service_id, field, heading })
      .onConflict((conflict) => conflict.columns(['service_id', 'field']).doUpdateSet({ heading }))
      .execute()
  }
}
