import { caseListRules } from '../../../core/intake/caseListRules.ts'
import { type CaseListWarning, warnOfCaseList } from '../../../core/intake/caseListWarnings.ts'
import { type CaseListDifference, compareCaseLists } from '../../../core/intake/compareCaseLists.ts'
import { londonDay } from '../../../core/kernel/londonDate.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { type CaseListVersion, casesLastTime, listVersions, loadCases } from '../caseLists.queries.ts'
import { problem } from '../problems.ts'
import { listOfReading, readingOfList } from '../reading/faultyReading.ts'
import { readApart } from '../reading/readApart.ts'
import type { ReadList } from '../reading/readList.ts'
import {
  type CaseListUpload,
  findReading,
  findUpload,
  loadUploadContent,
  mostRowsWaiting,
  rememberedHeadings,
  saveReading,
} from './caseListUploads.queries.ts'

export type ExaminedUpload = {
  readonly upload: CaseListUpload
  readonly reading: ReadList
  /** The file as it would be stored; null if it was not read again. */
  readonly content: Uint8Array | null
  /** Empty while there are problems. */
  readonly warnings: readonly CaseListWarning[]
  readonly latest: CaseListVersion | null
  /** From the latest version; null if there is none or while there are problems. */
  readonly difference: CaseListDifference | null
}

/** How long a waiting list is stored: long enough to fix it, and no longer. */
export const waitingHours = 24

/** Returns the earliest time at which a list that still waits can have been received. */
export function earliestWaiting(now: Date): Date {
  return new Date(now.getTime() - waitingHours * 60 * 60 * 1000)
}

type Reader = Pick<Shell, 'database' | 'now'>

/**
 * Returns the waiting list, what was found in it, and what it changes. A list with errors is read once, others each time
 * they are shown. Refuses with `intake.upload-not-found`.
 */
export async function examineUpload(
  shell: Reader,
  context: InspectionWithEdition,
  uploadId: string,
): Promise<Result<ExaminedUpload>> {
  const { database } = shell
  const { id } = context.inspection
  const upload = await findUpload(database, id, uploadId, earliestWaiting(shell.now()))
  if (upload === undefined) return refuse(problem('intake.upload-not-found', {}))
  const stored = await findReading(database, id, uploadId)
  if (stored !== undefined && stored.today === londonDay(shell.now())) {
    const [latest = null] = await listVersions(database, id)
    const reading = listOfReading(stored)
    return done({ upload, reading, content: null, warnings: [], latest, difference: null })
  }
  return readWaiting(shell, context, upload)
}

/** As `examineUpload`, but always reads the file: a version is never made from what was stored. */
export async function readUpload(
  shell: Reader,
  context: InspectionWithEdition,
  uploadId: string,
): Promise<Result<ExaminedUpload>> {
  const earliest = earliestWaiting(shell.now())
  const upload = await findUpload(shell.database, context.inspection.id, uploadId, earliest)
  if (upload === undefined) return refuse(problem('intake.upload-not-found', {}))
  return readWaiting(shell, context, upload)
}

/** Reads a waiting list, and stores what is wrong with it for the next look. */
async function readWaiting(
  shell: Reader,
  context: InspectionWithEdition,
  upload: CaseListUpload,
): Promise<Result<ExaminedUpload>> {
  const { id } = context.inspection
  const content = await loadUploadContent(shell.database, id, upload.uploadId)
  const examined = await examine(shell, context, upload, content)
  if (!examined.ok) return examined
  const faulty = readingOfList(examined.value.reading, londonDay(shell.now()))
  await saveReading(shell.database, id, upload.uploadId, faulty)
  return examined
}

/** Returns what is in a list, what to check, and what it changes from the latest version. */
export async function examine(
  shell: Reader,
  { inspection, edition }: InspectionWithEdition,
  upload: CaseListUpload,
  content: Uint8Array,
): Promise<Result<ExaminedUpload>> {
  const remembered = { columns: await rememberedHeadings(shell.database, inspection.id), leaveOut: [] }
  const read = await readApart(content, upload.fileName, edition, {
    // The person who uploaded the list confirmed it, or the list would not wait.
    mapping: { columns: upload.columns, leaveOut: [], places: 'any' },
    remembered,
    today: londonDay(shell.now()),
  })
  if (!read.ok) return read
  const reading = read.value
  const [latest = null] = await listVersions(shell.database, inspection.id)
  if (reading.faults > 0) return done({ upload, reading, content, warnings: [], latest, difference: null })
  const lastTime = await casesLastTime(shell.database, inspection.id)
  const earliest = earliestWaiting(shell.now())
  const waiting = await mostRowsWaiting(shell.database, inspection.id, upload.uploadId, earliest)
  const comparisons = { lastTime, waiting, keyData: upload.keyData }
  const ofCases = warnOfCaseList(reading.cases, caseListRules(edition), comparisons)
  const warnings = [...reading.oddities, ...ofCases]
  const before = latest === null ? null : await loadCases(shell.database, inspection.id, latest.version)
  const difference = before === null ? null : compareCaseLists(before, reading.cases)
  return done({ upload, reading, content, warnings, latest, difference })
}
