import { createHash, randomUUID } from 'node:crypto'
import { londonDay } from '../../../core/kernel/londonDate.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { readingOfList } from '../reading/faultyReading.ts'
import { readApart } from '../reading/readApart.ts'
import { type ReadList, refusalOf } from '../reading/readList.ts'
import {
  type CaseListUpload,
  rememberedHeadings,
  type StoredReading,
  saveUpload,
} from './caseListUploads.queries.ts'

export type SentCaseList = {
  readonly fileName: string
  readonly content: Uint8Array
  /** Headings of columns that are removed before anything is stored. */
  readonly leaveOut: readonly string[]
  /** Headings of columns that look like names and, as the sender confirmed, contain places. */
  readonly places?: readonly string[]
  readonly keyData: Readonly<Record<string, number>> | null
}

export type Received = Outcome<{ readonly uploadId: string }>
export type Prepared = Outcome<PreparedUpload>
export type PreparedUpload = {
  readonly upload: CaseListUpload
  /** The file as it would be stored: without the columns that were left out. */
  readonly content: Uint8Array
  readonly rows: number
  /** What is wrong with it; null if nothing is. */
  readonly faulty: StoredReading | null
}
type Outcome<Value> = {
  readonly outcome: Result<Value>
  /** What was read, even if nothing of it can be stored; null if the file cannot be read. */
  readonly reading: ReadList | null
}

/**
 * Examines a list and stores it until its sender accepts or removes it. Nothing is stored of a file that cannot be read
 * or has a column that looks like personal data.
 */
export async function receiveCaseList(
  shell: Shell,
  context: InspectionWithEdition,
  sent: SentCaseList,
): Promise<Received> {
  const { outcome, reading } = await prepareUpload(shell, context, sent)
  if (!outcome.ok) return { outcome, reading }
  return { outcome: await storeWaiting(shell, context.inspection.id, outcome.value), reading }
}

/** Returns what would be stored of an uploaded list: the file itself, or CSV without the columns that are left out. */
export async function prepareUpload(
  shell: Pick<Shell, 'database' | 'now'>,
  { inspection, edition }: InspectionWithEdition,
  sent: SentCaseList,
): Promise<Prepared> {
  const remembered = { columns: await rememberedHeadings(shell.database, inspection.id), leaveOut: [] }
  const mapping = { columns: {}, leaveOut: sent.leaveOut, places: sent.places ?? [] }
  const today = londonDay(shell.now())
  const read = await readApart(sent.content, sent.fileName, edition, { mapping, remembered, today })
  if (!read.ok) return { outcome: read, reading: null }
  const reading = read.value
  // Nothing is stored of a list with a column that looks like personal data.
  const refused = reading.personal.length > 0 ? refusalOf(reading, sent.fileName) : undefined
  if (refused !== undefined) return { outcome: refused, reading }
  const leftOut = reading.columns.leftOut.map((column) => reading.table.headings[column] ?? '')
  const upload = {
    uploadId: randomUUID(),
    fileName:
      reading.shortened === null
        ? sent.fileName
        : `${sent.fileName.replace(/\.\w+$/, '')} (columns left out).csv`,
    sentSha256: sha256(sent.content),
    leftOut,
    columns: {},
    keyData: sent.keyData,
  }
  const content = reading.shortened ?? sent.content
  const faulty = readingOfList(reading, today)
  return { outcome: done({ upload, content, rows: reading.rows, faulty }), reading }
}

function storeWaiting(
  shell: Shell,
  inspectionId: string,
  { upload, content, rows, faulty }: PreparedUpload,
): Promise<Result<{ readonly uploadId: string }>> {
  return shell.transact(async (tx) => {
    const received = { at: shell.now(), by: shell.actor.name, rows, faulty }
    await saveUpload(tx, inspectionId, { ...upload, content }, received)
    await recordAudit(tx, shell, {
      action: 'case-list.receive',
      inspectionId,
      subject: upload.uploadId,
      before: null,
      after: { sentSha256: upload.sentSha256, columnsLeftOut: upload.leftOut.length },
      reason: null,
    })
    return done({ uploadId: upload.uploadId })
  })
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
