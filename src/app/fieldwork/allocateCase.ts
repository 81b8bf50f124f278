import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import { type CaseKey, holdCaseToMove } from './case.queries.ts'
import { listAssigned, listInspectors, replaceAssigned } from './caseSteps.queries.ts'
import { caseNotFound } from './writeEntry.ts'

/** Says who assesses a case. Refuses anyone who does not assess cases in this inspection. */
export async function allocateCase(
  shell: Shell,
  key: CaseKey,
  personIds: readonly string[],
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    if ((await holdCaseToMove(tx, key)) === undefined) return refuse(caseNotFound(key))
    const inspectors = await listInspectors(tx, key.inspectionId)
    const known = new Set(inspectors.map(({ personId }) => personId))
    if (!personIds.every((personId) => known.has(personId))) {
      return refuse(problem('fieldwork.person-not-in-inspection', {}))
    }
    const before = await listAssigned(tx, key)
    await replaceAssigned(tx, key, [...new Set(personIds)])
    await recordAudit(tx, shell, {
      action: 'case.allocate',
      inspectionId: key.inspectionId,
      subject: key.caseId,
      before: { personIds: before },
      after: { personIds },
      reason: null,
    })
    return done(null)
  })
}
