import { caseListRules } from '../../core/intake/caseListRules.ts'
import { type CaseListWarning, warnOfCaseList } from '../../core/intake/caseListWarnings.ts'
import type { CaseListReading } from '../../core/intake/checkCaseList.ts'
import { type CaseListDifference, compareCaseLists } from '../../core/intake/compareCaseLists.ts'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Shell } from '../../platform/shell.ts'
import type { CaseListContext } from './caseListContext.ts'
import { type CaseListVersion, casesLastTime, listVersions, loadCases } from './caseLists.queries.ts'
import { type CaseListUpload, findUpload, rememberedHeadings } from './caseListUploads.queries.ts'
import { examineCaseList } from './readCaseList.ts'
import { todayInLondon } from './todayInLondon.ts'

export type ExaminedUpload = {
  readonly upload: CaseListUpload
  readonly reading: CaseListReading
  /** Empty while there are problems. */
  readonly warnings: readonly CaseListWarning[]
  readonly latest: CaseListVersion | null
  /** Against the latest version; null where there is none or while there are problems. */
  readonly difference: CaseListDifference | null
}

/** A waiting list is kept a day: long enough to mend it, not to be forgotten. */
export const waitingHours = 24

/** When the oldest list that still waits was received. */
function earliestWaiting(now: Date): Date {
  return new Date(now.getTime() - waitingHours * 60 * 60 * 1000)
}

/** Reads a waiting list anew, with what was said about its columns since. */
export async function examineUpload(
  shell: Pick<Shell, 'database' | 'now'>,
  context: CaseListContext,
  uploadId: string,
): Promise<Result<ExaminedUpload>> {
  const upload = await findUpload(
    shell.database,
    context.inspection.id,
    uploadId,
    earliestWaiting(shell.now()),
  )
  if (upload === undefined) return refuse(problem('intake.upload-not-found', {}))
  return examine(shell, context, upload)
}

/** What a list holds, what is odd about it, and what it changes against the latest version. */
export async function examine(
  shell: Pick<Shell, 'database' | 'now'>,
  { inspection, edition }: CaseListContext,
  upload: CaseListUpload,
): Promise<Result<ExaminedUpload>> {
  const remembered = { columns: await rememberedHeadings(shell.database, inspection.id), leaveOut: [] }
  const read = await examineCaseList(upload.content, upload.fileName, edition, {
    mapping: { columns: upload.columns, leaveOut: [] },
    remembered,
    today: todayInLondon(shell.now()),
  })
  if (!read.ok) return read
  const reading = read.value
  const [latest = null] = await listVersions(shell.database, inspection.id)
  if (reading.problems.length > 0) {
    return done({ upload, reading, warnings: [], latest, difference: null })
  }
  const lastTime = await casesLastTime(shell.database, inspection.id)
  const ofCases = warnOfCaseList(reading.cases, caseListRules(edition), {
    lastTime,
    keyData: upload.keyData,
  })
  const warnings = [...reading.oddities, ...ofCases]
  const before = latest === null ? null : await loadCases(shell.database, inspection.id, latest.version)
  const difference = before === null ? null : compareCaseLists(before, reading.cases)
  return done({ upload, reading, warnings, latest, difference })
}
