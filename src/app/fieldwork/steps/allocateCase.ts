/** Who assesses an inspected case. */

import { createHash } from 'node:crypto'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { barringFromCase, barringText } from '../../../core/sampling/allocation/conflicts.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { loadAllocation } from '../../sampling/allocation/loadAllocation.ts'
import { findSampledCases } from '../../sampling/findSampledCases.ts'
import { lockCaseToMove } from '../case/case.queries.ts'
import { type CaseKey, caseNotFound } from '../case/caseKey.ts'
import { problem } from '../problems.ts'
import { listAssigned, listInspectors, replaceAssigned } from './caseSteps.queries.ts'

/** The field of the people, on the page of the case. */
const atPeople = { field: 'person' }

export type CaseAllocation = {
  /** Everyone who will assess the case. */
  readonly personIds: readonly string[]
  /** The ETag of the assessors whom the writer saw. */
  readonly seen: string
}

/** Returns the ETag of these people in any order, by which a writer says whom they saw. */
export function assessorsEtag(personIds: readonly string[]): string {
  return createHash('sha256')
    .update([...new Set(personIds)].sort().join(' '))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Saves who assesses a case. Refuses anyone who does not assess cases in this inspection or has a conflict of interest
 * with the case, and a writer who has not seen the present assessors. The same people again change nothing.
 */
export async function allocateCase(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  { personIds, seen }: CaseAllocation,
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    if ((await lockCaseToMove(tx, key)) === undefined) return refuse(caseNotFound(key))
    const before = await listAssigned(tx, key)
    if (assessorsEtag(before) === assessorsEtag(personIds)) return done(null)
    if (assessorsEtag(before) !== seen)
      return refuse(problem('fieldwork.people-changed-meanwhile', {}, atPeople))
    const added = personIds.filter((personId) => !before.includes(personId))
    const permitted = unlessProblems(await problemsOf(tx, editions, key, added), () => null)
    if (!permitted.ok) return permitted
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

/** Returns why the case cannot be assigned to these people. */
async function problemsOf(
  connection: Connection,
  editions: Editions,
  key: CaseKey,
  personIds: readonly string[],
): Promise<readonly Problem[]> {
  const known = new Set((await listInspectors(connection, key.inspectionId)).map(({ personId }) => personId))
  const unknown = personIds.some((personId) => !known.has(personId))
  return [
    ...(unknown ? [problem('fieldwork.person-not-in-inspection', {}, atPeople)] : []),
    ...(await conflictsOf(connection, editions, key, personIds)),
  ]
}

/** Returns the conflicts of interest that are declared in the allocation; an imported case has none. */
async function conflictsOf(
  connection: Connection,
  editions: Editions,
  { inspectionId, caseId }: CaseKey,
  personIds: readonly string[],
): Promise<readonly Problem[]> {
  const loaded = await loadAllocation(connection, { editions, findSampledCases }, inspectionId)
  const sampled = loaded.ok && loaded.value.cases.find(({ pseudonym }) => pseudonym === caseId)
  if (!loaded.ok || !sampled) return []
  const { assessors, conflicts, inspectedServiceId } = loaded.value
  return assessors.flatMap((assessor) => {
    if (assessor.personId === null || !personIds.includes(assessor.personId)) return []
    const barring = barringFromCase(assessor, sampled, conflicts, inspectedServiceId)
    if (barring === null) return []
    return [
      problem(
        'allocation.conflict',
        { case: caseId, assessor: assessor.name, reason: barringText(barring) },
        atPeople,
      ),
    ]
  })
}
