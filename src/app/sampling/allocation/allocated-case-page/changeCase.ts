/** What happens to the assignment of one case: it is reallocated by hand, or work on it starts. */
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { decideHandChange } from '../../../../core/sampling/allocation/handChange.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Tx } from '../../../../platform/database/connection.ts'
import type { Shell } from '../../../../platform/shell.ts'
import {
  addAssignments,
  namedCaseManagers,
  type StoredAssignment,
  saveCaseManagers,
} from '../assignments.queries.ts'
import { barOf } from '../caseBar.ts'
import { changeAllocation, changedMeanwhile } from '../changeAllocation.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { problem } from '../problems.ts'

export type CaseChange = {
  readonly pseudonym: string
  /** The id of the person who is to assess it. */
  readonly assessor: string
  readonly reason: string
  /** The version of the case's assignment that the writer saw; 0 if there was none. */
  readonly version: number
}

/**
 * Allocates a case to a person by hand, and returns the assignment. Refuses with everything that prevents it; no reason
 * overrides a conflict of interest. The assignment before stays in the case's history.
 */
export function changeCaseByHand(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  change: CaseChange,
): Promise<Result<StoredAssignment>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const sampledCase = allocation.cases.find(({ pseudonym }) => pseudonym === change.pseudonym)
    if (sampledCase === undefined)
      return refuse(problem('allocation.case-not-found', { case: change.pseudonym }))
    const to = allocation.assessors.find(({ id }) => id === change.assessor)
    if (to === undefined)
      return refuse(
        problem('allocation.person-not-found', { person: change.assessor }, { field: 'assessor' }),
      )
    const before = [...allocation.assignments, ...allocation.past].find(
      (each) => each.pseudonym === sampledCase.pseudonym,
    )
    if ((before?.version ?? 0) !== change.version)
      return refuse(changedMeanwhile(`case ${sampledCase.pseudonym}`))
    const decided = decideHandChange({ case: sampledCase, to, reason: change.reason }, allocation)
    if (!decided.ok) return decided
    const trace = { reason: change.reason.trim(), assignedAt: shell.now(), assignedBy: shell.actor.name }
    const after = { ...decided.value.assignment, ...trace, version: change.version + 1 }
    await addAssignments(tx, inspectionId, [after])
    await recordAudit(tx, shell, {
      action: 'allocation.change-case',
      inspectionId,
      subject: sampledCase.pseudonym,
      before: before ?? null,
      after,
      reason: after.reason,
    })
    return done(after)
  })
}

/**
 * Notes that work on a case has started, after which no proposal moves it. Doing it again changes nothing. Refuses if the case
 * is not allocated.
 */
export function beginCase(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  pseudonym: string,
): Promise<Result<StoredAssignment>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const before = allocation.assignments.find((each) => each.pseudonym === pseudonym)
    if (before === undefined) return refuse(problem('allocation.case-not-found', { case: pseudonym }))
    return done(await noteBegun(tx, shell, inspectionId, before))
  })
}

/** Does the same in a transaction that has locked the allocation. */
export async function noteBegun(
  tx: Tx,
  shell: Shell,
  inspectionId: string,
  before: StoredAssignment,
): Promise<StoredAssignment> {
  if (before.origin === 'begun') return before
  const trace = { reason: null, assignedAt: shell.now(), assignedBy: shell.actor.name }
  const after: StoredAssignment = { ...before, ...trace, origin: 'begun', version: before.version + 1 }
  await addAssignments(tx, inspectionId, [after])
  const change = { before, after, reason: null }
  const action = 'allocation.begin-case'
  await recordAudit(tx, shell, { action, inspectionId, subject: before.pseudonym, ...change })
  return after
}

/**
 * Stores the names of the case managers; a case that is not in `names` has the one that the case list names. The name of
 * a case from which a conflict of interest bars the writer does not change: it may be what bars them.
 */
export async function nameCaseManagers(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  names: ReadonlyMap<string, string>,
): Promise<Result<null>> {
  const isBarred = await barOf(shell.database, shell.actor, inspectionId)
  return changeAllocation(shell, sources, inspectionId, async (tx, { cases }) => {
    const known = new Set(cases.map(({ pseudonym }) => pseudonym))
    const unchanged = [...(await namedCaseManagers(tx, inspectionId))].filter(([pseudonym]) =>
      isBarred(pseudonym),
    )
    const written = [...names].filter(([pseudonym]) => !isBarred(pseudonym))
    const stored = [...unchanged, ...written]
      .map(([pseudonym, name]): [string, string] => [pseudonym, name.trim().replace(/\s+/g, ' ')])
      .filter(([pseudonym, name]) => known.has(pseudonym) && name !== '')
    const before = cases.map(({ pseudonym, caseManager }) => ({ pseudonym, caseManager }))
    await saveCaseManagers(tx, inspectionId, new Map(stored))
    const action = 'allocation.name-case-managers'
    const after = stored.map(([pseudonym, caseManager]) => ({ pseudonym, caseManager }))
    await recordAudit(tx, shell, {
      action,
      inspectionId,
      subject: 'case managers',
      before,
      after,
      reason: null,
    })
    return done(null)
  })
}
