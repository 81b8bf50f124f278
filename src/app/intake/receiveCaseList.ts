import { createHash, randomUUID } from 'node:crypto'
import type { CaseListReading } from '../../core/intake/checkCaseList.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import type { CaseListContext } from './caseListContext.ts'
import { type CaseListUpload, rememberedHeadings, saveUpload } from './caseListUploads.queries.ts'
import { examineCaseList } from './readCaseList.ts'
import { todayInLondon } from './todayInLondon.ts'
import { withoutColumns } from './withoutColumns.ts'

export type SentCaseList = {
  readonly fileName: string
  readonly content: Uint8Array
  /** Headings of columns that are taken away before anything is kept. */
  readonly leaveOut: readonly string[]
  readonly keyData: Readonly<Record<string, number>> | null
}

export type Received = Outcome<{ readonly uploadId: string }>
export type Prepared = Outcome<CaseListUpload>
type Outcome<Value> = {
  readonly outcome: Result<Value>
  /** What was read, also where nothing of it may be kept; null where the file cannot be read. */
  readonly reading: CaseListReading | null
}

/**
 * Examines a list and lets it wait for what its sender says next. Nothing is kept of a file that cannot be read
 * or has a column that looks like personal data.
 */
export async function receiveCaseList(
  shell: Shell,
  context: CaseListContext,
  sent: SentCaseList,
): Promise<Received> {
  const { outcome, reading } = await prepareUpload(shell, context, sent)
  if (!outcome.ok) return { outcome, reading }
  return { outcome: await keepWaiting(shell, context.inspection.id, outcome.value), reading }
}

/** What would be kept of a list that was sent: the file itself, or CSV without the columns that are left out. */
export async function prepareUpload(
  shell: Pick<Shell, 'database' | 'now'>,
  { inspection, edition }: CaseListContext,
  sent: SentCaseList,
): Promise<Prepared> {
  const remembered = { columns: await rememberedHeadings(shell.database, inspection.id), leaveOut: [] }
  const mapping = { columns: {}, leaveOut: sent.leaveOut }
  const today = todayInLondon(shell.now())
  const read = await examineCaseList(sent.content, sent.fileName, edition, { mapping, remembered, today })
  if (!read.ok) return { outcome: read, reading: null }
  const reading = read.value
  const unkept = unkeepable(reading)
  if (unkept !== undefined) return { outcome: unkept, reading }
  const leftOut = reading.columns.leftOut.map((column) => reading.table.headings[column] ?? '')
  const isWhole = leftOut.length === 0
  const upload = {
    uploadId: randomUUID(),
    fileName: isWhole ? sent.fileName : `${sent.fileName.replace(/\.\w+$/, '')} (columns left out).csv`,
    content: isWhole ? sent.content : withoutColumns(reading),
    sentSha256: sha256(sent.content),
    leftOut,
    columns: {},
    keyData: sent.keyData,
  }
  return { outcome: done(upload), reading }
}

function keepWaiting(
  shell: Shell,
  inspectionId: string,
  upload: CaseListUpload,
): Promise<Result<{ readonly uploadId: string }>> {
  return shell.transact(async (tx) => {
    const received = { at: shell.now(), by: shell.actor.name }
    await saveUpload(tx, inspectionId, upload, received)
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

/** Every problem of a list of which nothing may be kept; undefined where it may wait. */
function unkeepable(reading: CaseListReading): Result<never> | undefined {
  const [first, ...others]: readonly Problem[] = reading.personal.length > 0 ? reading.problems : []
  return first === undefined ? undefined : refuse(first, ...others)
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
