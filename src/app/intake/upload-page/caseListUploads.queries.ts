/** Lists that were uploaded and are not accepted yet, and the headings that are remembered for a service. */
import { sql } from 'kysely'
import type { ColumnMapping } from '../../../core/intake/recogniseColumns.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import { counts, type FaultyReading, faultyReading, headings, texts } from '../storedJson.ts'

export type CaseListUpload = {
  readonly uploadId: string
  readonly fileName: string
  /** Of the file as it was uploaded. */
  readonly sentSha256: string
  readonly leftOut: readonly string[]
  /** The columns that were chosen by hand. */
  readonly columns: ColumnMapping['columns']
  /** Cases per domain in the key data; null if they were not entered. */
  readonly keyData: Readonly<Record<string, number>> | null
}

/** What was found wrong with a list, with the list as CSV and its errors next to their rows. */
export type StoredReading = { readonly reading: FaultyReading; readonly faultyRows: string }

/** A list that waits, as the page of lists names it. */
export type WaitingUpload = {
  readonly uploadId: string
  readonly fileName: string
  readonly receivedAt: Date
  readonly receivedBy: string
  /** How many there are; null if nothing was found to be wrong. */
  readonly faults: number | null
}

/** Saves a list that waits to be accepted. */
export async function saveUpload(
  tx: Tx,
  inspectionId: string,
  upload: CaseListUpload & { readonly content: Uint8Array },
  received: {
    readonly at: Date
    readonly by: string
    readonly rows: number
    readonly faulty: StoredReading | null
  },
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
      case_rows: received.rows,
      ...readingColumns(received.faulty),
    })
    .execute()
}

function readingColumns(faulty: StoredReading | null) {
  return {
    reading: faulty === null ? null : JSON.stringify(faulty.reading),
    faulty_rows: faulty === null ? null : Buffer.from(faulty.faultyRows),
  }
}

/** Returns the lists of an inspection that were received since `earliest` and wait, the latest first. */
export async function listUploads(
  database: Connection,
  inspectionId: string,
  earliest: Date,
): Promise<readonly WaitingUpload[]> {
  const rows = await database
    .selectFrom('case_list_upload')
    .select(['upload_id', 'file_name', 'received_at', 'received_by'])
    .select(sql<number | null>`(reading ->> 'faults')::integer`.as('faults'))
    .where('inspection_id', '=', inspectionId)
    .where('received_at', '>=', earliest)
    .orderBy('received_at', 'desc')
    .execute()
  return rows.map((row) => ({
    uploadId: row.upload_id,
    fileName: row.file_name,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    faults: row.faults,
  }))
}

/** Returns the rows of the longest other list that was received since `earliest` and waits; null if there is none. */
export async function mostRowsWaiting(
  database: Connection,
  inspectionId: string,
  uploadId: string,
  earliest: Date,
): Promise<number | null> {
  const { most } = await database
    .selectFrom('case_list_upload')
    .select((expression) => expression.fn.max('case_rows').as('most'))
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '<>', uploadId)
    .where('received_at', '>=', earliest)
    .executeTakeFirstOrThrow()
  return most
}

/** Returns what was found wrong with a waiting list; undefined if nothing was. */
export async function findReading(
  database: Connection,
  inspectionId: string,
  uploadId: string,
): Promise<FaultyReading | undefined> {
  const row = await database
    .selectFrom('case_list_upload')
    .select('reading')
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  return row?.reading === null || row === undefined ? undefined : faultyReading.parse(row.reading)
}

/** Returns a waiting list with its errors next to their rows, as CSV; undefined if it has none. */
export async function findFaultyRows(
  database: Connection,
  inspectionId: string,
  uploadId: string,
): Promise<Uint8Array | undefined> {
  const row = await database
    .selectFrom('case_list_upload')
    .select('faulty_rows')
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  return row?.faulty_rows ?? undefined
}

/** Replaces what was found wrong with a waiting list. */
export async function saveReading(
  database: Connection,
  inspectionId: string,
  uploadId: string,
  faulty: StoredReading | null,
): Promise<void> {
  await database
    .updateTable('case_list_upload')
    .set(readingColumns(faulty))
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** Returns the file of a waiting list as it would be stored: without the columns that were left out. */
export async function loadUploadContent(
  database: Connection,
  inspectionId: string,
  uploadId: string,
): Promise<Uint8Array> {
  const { content } = await database
    .selectFrom('case_list_upload')
    .select('content')
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirstOrThrow()
  return content
}

/** Returns the waiting list; undefined if it was accepted, removed or received before `earliest`. */
export async function findUpload(
  database: Connection,
  inspectionId: string,
  uploadId: string,
  earliest: Date,
): Promise<CaseListUpload | undefined> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(uploadId)) return undefined
  const row = await database
    .selectFrom('case_list_upload')
    .select(['file_name', 'sent_sha256', 'left_out', 'columns', 'key_data'])
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .where('received_at', '>=', earliest)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    uploadId,
    fileName: row.file_name,
    sentSha256: row.sent_sha256,
    leftOut: texts.parse(row.left_out),
    columns: headings.parse(row.columns),
    keyData: counts.parse(row.key_data),
  }
}

/** Saves the chosen columns, and removes what was found with the earlier ones. */
export async function saveUploadColumns(
  tx: Tx,
  inspectionId: string,
  uploadId: string,
  columns: ColumnMapping['columns'],
): Promise<void> {
  await tx
    .updateTable('case_list_upload')
    .set({ columns: JSON.stringify(columns), reading: null, faulty_rows: null })
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** Removes every waiting list that was received before `moment`. Returns how many there were. */
export async function removeUploadsBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('case_list_upload')
    .where('received_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Removes one waiting list; null for one that never waited. */
export async function removeUpload(tx: Tx, inspectionId: string, uploadId: string | null): Promise<void> {
  await tx
    .deleteFrom('case_list_upload')
    .where('inspection_id', '=', inspectionId)
    .where('upload_id', '=', uploadId)
    .execute()
}

/** Returns the headings that were chosen for earlier lists of the inspection's service. */
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

/** Remembers the chosen headings for the next list of the inspection's service. */
export async function rememberHeadings(
  tx: Tx,
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
