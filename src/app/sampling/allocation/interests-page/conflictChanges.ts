/** Conflicts of interest are declared and withdrawn, each with a reason. Both stay on record. */
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { textProblems } from '../../../../core/kernel/textLimits.ts'
import type { Conflict } from '../../../../core/sampling/allocation/allocation.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { addConflict, withdrawStoredConflict } from '../assessors.queries.ts'
import { isPersonOf } from '../caseBar.ts'
import { changeAllocation } from '../changeAllocation.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { problem } from '../problems.ts'

/** A conflict of interest as a form has it: its person is not yet looked up. */
export type ConflictToDeclare = Omit<Conflict, 'assessor'> & { readonly assessor: string }

/** Declares a conflict and returns its number. Refuses if the person or the case is not part of the allocation. */
export function declareConflict(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  conflict: ConflictToDeclare,
): Promise<Result<number>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const assessor = allocation.assessors.find((each) => each.id === conflict.assessor)
    if (assessor === undefined)
      return refuse(
        problem('allocation.person-not-found', { person: conflict.assessor }, { field: 'assessor' }),
      )
    if (conflict.kind === 'case' && !allocation.cases.some((each) => each.pseudonym === conflict.about))
      return refuse(problem('allocation.case-not-found', { case: conflict.about ?? '' }, { field: 'case' }))
    const all = [...allocation.conflicts, ...allocation.withdrawn]
    const conflictId = Math.max(0, ...all.map((each) => each.conflictId)) + 1
    const trace = { declaredAt: shell.now(), declaredBy: shell.actor.name }
    const after = { ...conflict, assessor: assessor.id, conflictId, ...trace }
    await addConflict(tx, inspectionId, after)
    await recordAudit(tx, shell, {
      action: 'allocation.declare-conflict',
      inspectionId,
      subject: assessor.id,
      before: null,
      after,
      reason: conflict.reason,
    })
    return done(conflictId)
  })
}

/** Withdraws a conflict. Refuses without a reason, if it was withdrawn already, and to the person it bars. */
export function withdrawConflict(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  { conflictId, reason }: { readonly conflictId: number; readonly reason: string },
): Promise<Result<null>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, { assessors, conflicts }) => {
    const before = conflicts.find((each) => each.conflictId === conflictId)
    if (before === undefined) return refuse(problem('allocation.conflict-not-found', {}))
    const place = { field: `withdraw-${conflictId}` }
    const isOwn = assessors.some((each) => each.id === before.assessor && isPersonOf(shell.actor, each))
    if (isOwn) return refuse(problem('allocation.own-conflict', {}, place))
    const [fault] = textProblems(reason, 'reason', problem('allocation.reason-missing', {}, place))
    if (fault !== undefined) return refuse(fault)
    const withdrawn = { at: shell.now(), by: shell.actor.name, reason: reason.trim() }
    await withdrawStoredConflict(tx, inspectionId, conflictId, withdrawn)
    await recordAudit(tx, shell, {
      action: 'allocation.withdraw-conflict',
      inspectionId,
      subject: before.assessor,
      before,
      after: { ...before, withdrawn },
      reason: withdrawn.reason,
    })
    return done(null)
  })
}
