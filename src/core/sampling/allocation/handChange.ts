/** One case assigned to another person by hand. */
import type { Problem } from '../../kernel/problem.ts'
import { type Result, unlessProblems } from '../../kernel/result.ts'
import { textProblems } from '../../kernel/textLimits.ts'
import {
  type AllocatableCase,
  type Assessor,
  type AssessorId,
  type Assignment,
  type Conflict,
  capacityOf,
} from './allocation.ts'
import { barringFromCase, barringText } from './conflicts.ts'
import { problem } from './problems.ts'

export type HandChange = {
  readonly case: AllocatableCase
  /** The person who will assess it. */
  readonly to: Assessor
  readonly reason: string
}

export type Holdings = {
  readonly assignments: readonly Assignment[]
  readonly conflicts: readonly Conflict[]
  readonly inspectedServiceId: string
}

export type DecidedChange = { readonly from: AssessorId | null; readonly assignment: Assignment }

/**
 * Returns the assignment that follows. Refuses with every reason: a missing reason, the same person, no capacity left,
 * and a conflict of interest, which no reason overrides.
 */
export function decideHandChange(change: HandChange, holdings: Holdings): Result<DecidedChange> {
  const from =
    holdings.assignments.find((assignment) => assignment.pseudonym === change.case.pseudonym)?.assessor ??
    null
  return unlessProblems(changeProblems(change, holdings, from), () => ({
    from,
    assignment: { pseudonym: change.case.pseudonym, assessor: change.to.id, origin: 'by-hand' },
  }))
}

function changeProblems(change: HandChange, holdings: Holdings, from: AssessorId | null): readonly Problem[] {
  const { case: sampledCase, to, reason } = change
  const barring = barringFromCase(to, sampledCase, holdings.conflicts, holdings.inspectedServiceId)
  const held = holdings.assignments.filter(({ assessor }) => assessor === to.id).length
  const details = { case: sampledCase.pseudonym, assessor: to.name }
  const person = { field: 'assessor' }
  return [
    ...textProblems(reason, 'reason', problem('allocation.reason-missing', {}, { field: 'reason' })),
    ...(from === to.id ? [problem('allocation.same-person', details, person)] : []),
    ...(barring === null
      ? []
      : [problem('allocation.conflict', { ...details, reason: barringText(barring) }, person)]),
    ...(from !== to.id && held >= capacityOf(to)
      ? [problem('allocation.person-full', { assessor: to.name, room: capacityOf(to) }, person)]
      : []),
  ]
}
