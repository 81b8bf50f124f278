import { randomBytes } from 'node:crypto'
import { confirmWarnings } from '../../core/intake/confirmWarnings.ts'
import { ethnicityStandard } from '../../core/intake/ethnicities.ts'
import { givePseudonyms, pseudonymFrom } from '../../core/intake/pseudonyms.ts'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import type { CaseListContext } from './caseListContext.ts'
import {
  type CaseListVersion,
  listVersions,
  loadPseudonyms,
  lockCaseLists,
  saveCases,
  saveVersion,
} from './caseLists.queries.ts'
import { rememberHeadings, removeUploads } from './caseListUploads.queries.ts'
import { type ExaminedUpload, examineUpload } from './examineUpload.ts'
import { sha256 } from './receiveCaseList.ts'

/** What the sender says of the warnings: the reason by the warning's key. */
export type Reasons = Readonly<Record<string, string>>

/**
 * Makes a waiting list the next version: everything of it, or nothing where it has a problem or a warning is not
 * answered. Earlier versions stay as they are.
 */
export async function takeCaseList(
  shell: Shell,
  context: CaseListContext,
  uploadId: string,
  reasons: Reasons,
): Promise<Result<CaseListVersion>> {
  const examined = await examineUpload(shell, context, uploadId)
  if (!examined.ok) return examined
  const { reading, warnings, upload } = examined.value
  const [first, ...others] = reading.problems
  if (first !== undefined) return refuse(first, ...others)
  const confirmed = confirmWarnings(warnings, reasons)
  if (!confirmed.ok) return confirmed
  const { inspection } = context
  return shell.transact(async (tx) => {
    await lockCaseLists(tx, inspection.id)
    const [latest] = await listVersions(tx, inspection.id)
    const fileSha256 = sha256(upload.content)
    if (latest?.fileSha256 === fileSha256) {
      return refuse(problem('intake.list-unchanged', { version: latest.version }))
    }
    const version = {
      ...describe(shell, examined.value),
      version: (latest?.version ?? 0) + 1,
      fileSha256,
      warnings: confirmed.value,
    }
    const pseudonyms = givePseudonyms(
      reading.cases.map(({ caseId }) => caseId),
      await loadPseudonyms(tx, inspection.id),
      () => pseudonymFrom([...randomBytes(6)]),
    )
    await saveVersion(tx, inspection.id, version, upload.content)
    const cases = reading.cases.map((one) => ({ ...one, pseudonym: pseudonyms.get(one.caseId) ?? '' }))
    await saveCases(tx, inspection.id, version.version, cases)
    await rememberHeadings(tx, inspection.id, upload.columns)
    await removeUploads(tx, inspection.id, uploadId, new Date(0))
    await recordAudit(tx, shell, {
      action: 'case-list.take',
      inspectionId: inspection.id,
      subject: `version ${version.version}`,
      before: latest === undefined ? null : { version: latest.version, cases: latest.cases },
      after: { version: version.version, cases: version.cases, fileSha256, warnings: confirmed.value },
      reason: null,
    })
    return done(version)
  })
}

function describe(shell: Shell, { upload, reading }: ExaminedUpload) {
  const { places } = reading.columns
  return {
    fileName: upload.fileName,
    sentSha256: upload.sentSha256,
    cases: reading.cases.length,
    ethnicityStandard,
    columns: Object.fromEntries([...places].map(([field, at]) => [field, reading.table.headings[at] ?? ''])),
    leftOut: upload.leftOut,
    takenAt: shell.now(),
    takenBy: shell.actor.name,
  }
}
