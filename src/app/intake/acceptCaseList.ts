import { randomBytes } from 'node:crypto'
import { confirmWarnings } from '../../core/intake/confirmWarnings.ts'
import { ethnicityStandard } from '../../core/intake/ethnicities.ts'
import { givePseudonyms, pseudonymFrom } from '../../core/intake/pseudonyms.ts'
import { normalReference } from '../../core/kernel/reference.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Shell } from '../../platform/shell.ts'
import type { InspectionWithEdition } from '../framework/inspectionEdition.ts'
import {
  type CaseListVersion,
  listVersions,
  loadPseudonyms,
  lockCaseLists,
  saveCases,
  saveVersion,
} from './caseLists.queries.ts'
import { problem } from './problems.ts'
import { refusalOf } from './reading/readList.ts'
import { rememberHeadings, removeUpload } from './upload-page/caseListUploads.queries.ts'
import { type ExaminedUpload, examine, readUpload } from './upload-page/examineUpload.ts'
import { prepareUpload, type SentCaseList, sha256 } from './upload-page/receiveCaseList.ts'

/** The reasons that were entered, by the key of their warning. */
export type Reasons = Readonly<Record<string, string>>

/**
 * Returns the waiting list as the next version. Refuses if it has a problem, a warning without a reason, or is the
 * same as the latest version; then none of it is stored. Earlier versions do not change.
 */
export async function acceptCaseList(
  shell: Shell,
  context: InspectionWithEdition,
  uploadId: string,
  reasons: Reasons,
): Promise<Result<CaseListVersion>> {
  const examined = await readUpload(shell, context, uploadId)
  return examined.ok ? acceptExamined(shell, context, examined.value, reasons) : examined
}

/** As `acceptCaseList`, in one step for a list that does not wait: if it is refused, none of it is stored. */
export async function addCaseList(
  shell: Shell,
  context: InspectionWithEdition,
  sent: SentCaseList,
  reasons: Reasons,
): Promise<Result<CaseListVersion>> {
  const { outcome } = await prepareUpload(shell, context, sent)
  if (!outcome.ok) return outcome
  const examined = await examine(shell, context, outcome.value.upload, outcome.value.content)
  return examined.ok ? acceptExamined(shell, context, examined.value, reasons) : examined
}

async function acceptExamined(
  shell: Shell,
  { inspection }: InspectionWithEdition,
  examined: ExaminedUpload,
  reasons: Reasons,
): Promise<Result<CaseListVersion>> {
  const { content } = examined
  const refused = refusalOf(examined.reading, examined.upload.fileName)
  if (refused !== undefined) return refused
  if (content === null) throw new Error('a list without faults was not read')
  const confirmed = confirmWarnings(examined.warnings, reasons)
  if (!confirmed.ok) return confirmed
  return shell.transact(async (tx) => {
    await lockCaseLists(tx, inspection.id)
    const [latest] = await listVersions(tx, inspection.id)
    const described = describe(shell, examined, content)
    if (latest?.fileSha256 === described.fileSha256) {
      return refuse(problem('intake.list-unchanged', { version: latest.version }))
    }
    const version = { ...described, version: (latest?.version ?? 0) + 1, warnings: confirmed.value }
    await saveAccepted(tx, inspection.id, { version, content }, examined)
    await recordAudit(tx, shell, {
      action: 'case-list.take',
      inspectionId: inspection.id,
      subject: `version ${version.version}`,
      before: latest === undefined ? null : { version: latest.version, cases: latest.cases },
      after: {
        version: version.version,
        cases: version.cases,
        fileSha256: version.fileSha256,
        warnings: version.warnings,
      },
      reason: null,
    })
    return done(version)
  })
}

async function saveAccepted(
  tx: Tx,
  inspectionId: string,
  { version, content }: { readonly version: CaseListVersion; readonly content: Uint8Array },
  { reading, upload }: ExaminedUpload,
): Promise<void> {
  const references = reading.cases.map(({ caseId }) => caseId)
  const stored = await loadPseudonyms(tx, inspectionId)
  const known = new Map([...stored].map(([reference, pseudonym]) => [normalReference(reference), pseudonym]))
  const pseudonyms = givePseudonyms(references, known, () => pseudonymFrom([...randomBytes(6)]))
  const cases = reading.cases.map((listed) => ({ ...listed, pseudonym: pseudonyms.get(listed.caseId) ?? '' }))
  await saveVersion(tx, inspectionId, version, content)
  await saveCases(tx, inspectionId, version.version, cases)
  await rememberHeadings(tx, inspectionId, upload.columns)
  await removeUpload(tx, inspectionId, upload.uploadId)
}

function describe(shell: Shell, { upload, reading }: ExaminedUpload, content: Uint8Array) {
  const { places } = reading.columns
  return {
    fileName: upload.fileName,
    fileSha256: sha256(content),
    sentSha256: upload.sentSha256,
    cases: reading.cases.length,
    ethnicityStandard,
    columns: Object.fromEntries([...places].map(([field, at]) => [field, reading.table.headings[at] ?? ''])),
    leftOut: upload.leftOut,
    acceptedAt: shell.now(),
    acceptedBy: shell.actor.name,
  }
}
