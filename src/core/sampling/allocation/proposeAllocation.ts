/** Which person assesses which case: fair in number, fair in difficulty, never against a conflict of interest. */
import { countOf } from '../../kernel/countOf.ts'
import type { Problem } from '../../kernel/problem.ts'
import { done, type Result, unlessProblems } from '../../kernel/result.ts'
import { byText } from '../profiles.ts'
import { seededChance, shuffled } from '../seededChance.ts'
import {
  type AllocatableCase,
  type Assessor,
  type AssessorId,
  type Assignment,
  type Conflict,
  capacityOf,
  type Pseudonym,
} from './allocation.ts'
import { placeCases } from './allocationNetwork.ts'
import { barringFromCase, barringFromService, barringText } from './conflicts.ts'
import { type DifficultyWeights, difficultyOf } from './difficulty.ts'
import { problem } from './problems.ts'

export type AllocationTask = {
  readonly cases: readonly AllocatableCase[]
  readonly assessors: readonly Assessor[]
  readonly conflicts: readonly Conflict[]
  readonly inspectedServiceId: string
  /** What applies now. What was decided by hand or has begun stays; the rest may move. */
  readonly assignments: readonly Assignment[]
  readonly weights: DifficultyWeights
  /** Decides between allocations that are equally good. */
  readonly seed: string
}

/** What one person gets, and the share that their capacity would give. */
export type AssessorShare = {
  readonly assessor: AssessorId
  readonly capacity: number
  readonly cases: number
  /** Cases in proportion to capacity; usually not a whole number. */
  readonly proportional: number
  readonly points: number
  readonly proportionalPoints: number
}

export type Proposal = {
  /** Every case once, in the order of the pseudonyms. */
  readonly assignments: readonly Assignment[]
  /** In the order of the ids. */
  readonly shares: readonly AssessorShare[]
}

/**
 * Returns a proposal in which every case has one person. Of all allocations that respect capacity, conflicts and the
 * assignments that stay, it is one whose numbers of cases are least outside the two whole numbers next to proportion to
 * capacity; among those, one whose counts of the hardest cases, at each level of difficulty and harder, are least
 * outside theirs; among those, one whose numbers are nearest to proportion; among those, one that moves the fewest
 * cases. So, for the reasons in `allocationNetwork.ts`: every person's number of cases is within one of proportion if
 * any permitted allocation has it so; and if nothing must stay and no single case is barred, that is always so, also
 * for the cases of every level of difficulty and harder, so that a person's points are nearer to proportion than the
 * points of the hardest case, and no smaller bound is true for all lists. Refuses with every reason at once: nobody
 * available, too little capacity, cases that only barred people could have, and assignments that must stay and break a
 * rule. The order of the input does not matter.
 */
export function proposeAllocation(task: AllocationTask): Result<Proposal> {
  const free = task.assessors.filter(
    (assessor) =>
      capacityOf(assessor) > 0 &&
      barringFromService(assessor, task.conflicts, task.inspectedServiceId) === null,
  )
  const kept = keptAssignments(task)
  const checked = unlessProblems([...keptProblems(task, kept), ...capacityProblems(task, free)], () => null)
  if (!checked.ok) return checked
  const assignments = assign(task, free, kept)
  const left = task.cases
    .filter(({ pseudonym }) => !assignments.some((assignment) => assignment.pseudonym === pseudonym))
    .sort((one, other) => byText(one.pseudonym, other.pseudonym))
  const [first, ...others] = left.map((unplaced) => barredProblem(task, unplaced))
  return first === undefined
    ? done({ assignments, shares: sharesOf(task, free, assignments) })
    : { ok: false, problems: [first, ...others] }
}

/** The assignments that stay, of the cases that are still in the sample. */
function keptAssignments({ cases, assignments }: AllocationTask): readonly Assignment[] {
  const sampled = new Set(cases.map(({ pseudonym }) => pseudonym))
  return assignments.filter(({ pseudonym, origin }) => origin !== 'proposed' && sampled.has(pseudonym))
}

function assign(
  task: AllocationTask,
  free: readonly Assessor[],
  kept: readonly Assignment[],
): readonly Assignment[] {
  const chance = seededChance(task.seed)
  const cases = shuffled(task.cases.toSorted(byPseudonym), chance)
  const assessors = shuffled(
    free.toSorted((one, other) => byText(one.id, other.id)),
    chance,
  )
  const keptBy = new Map(kept.map((assignment) => [assignment.pseudonym, assignment]))
  const currentBy = new Map(task.assignments.map(({ pseudonym, assessor }) => [pseudonym, assessor]))
  const toPlace = cases.map((sampledCase) => {
    const keptAssignment = keptBy.get(sampledCase.pseudonym)
    const permitted =
      keptAssignment === undefined ? permittedFor(task, free, sampledCase) : [keptAssignment.assessor]
    return {
      pseudonym: sampledCase.pseudonym,
      points: difficultyOf(sampledCase, task.weights),
      permitted: new Set(permitted),
      current: currentBy.get(sampledCase.pseudonym) ?? null,
    }
  })
  return placeCases(toPlace, assessors)
    .flatMap((assessor, index): Assignment[] => {
      const pseudonym = cases[index]?.pseudonym
      if (assessor === null || pseudonym === undefined) return []
      return [keptBy.get(pseudonym) ?? { pseudonym, assessor, origin: 'proposed' }]
    })
    .sort(byPseudonym)
}

function byPseudonym(one: { readonly pseudonym: string }, other: { readonly pseudonym: string }): number {
  return byText(one.pseudonym, other.pseudonym)
}

function permittedFor(
  { conflicts, inspectedServiceId }: AllocationTask,
  free: readonly Assessor[],
  sampledCase: AllocatableCase,
): readonly AssessorId[] {
  return free
    .filter((assessor) => barringFromCase(assessor, sampledCase, conflicts, inspectedServiceId) === null)
    .map(({ id }) => id)
}

function capacityProblems({ cases }: AllocationTask, free: readonly Assessor[]): readonly Problem[] {
  const room = free.reduce((sum, assessor) => sum + capacityOf(assessor), 0)
  if (cases.length === 0) return [problem('allocation.no-cases', {})]
  if (room === 0) return [problem('allocation.nobody-there', { cases: countOf(cases.length, 'case') })]
  const left = cases.length - room
  return left > 0 ? [problem('allocation.capacity-too-small', { cases: cases.length, room, left })] : []
}

function keptProblems(task: AllocationTask, kept: readonly Assignment[]): readonly Problem[] {
  return [
    ...kept.toSorted(byPseudonym).flatMap((assignment) => keptConflicts(task, assignment)),
    ...keptTooMany(task, kept),
  ]
}

function keptConflicts(task: AllocationTask, { pseudonym, assessor: id }: Assignment): readonly Problem[] {
  const assessor = task.assessors.find((candidate) => candidate.id === id)
  const sampledCase = task.cases.find((candidate) => candidate.pseudonym === pseudonym)
  if (assessor === undefined || sampledCase === undefined)
    return [problem('allocation.kept-person-unknown', { case: pseudonym, assessor: id })]
  const barring = barringFromCase(assessor, sampledCase, task.conflicts, task.inspectedServiceId)
  if (barring === null) return []
  const details = { case: pseudonym, assessor: assessor.name, reason: barringText(barring) }
  return [problem('allocation.kept-in-conflict', details)]
}

function keptTooMany(task: AllocationTask, kept: readonly Assignment[]): readonly Problem[] {
  return task.assessors
    .toSorted((one, other) => byText(one.id, other.id))
    .flatMap((assessor) => {
      const count = kept.filter((assignment) => assignment.assessor === assessor.id).length
      const room = capacityOf(assessor)
      const details = { assessor: assessor.name, cases: countOf(count, 'case'), room }
      return count > room ? [problem('allocation.kept-over-capacity', details)] : []
    })
}

/** A case that is left although there is capacity: the people who may have it are full, or nobody may have it. */
function barredProblem(task: AllocationTask, sampledCase: AllocatableCase): Problem {
  const permitted = permittedFor(task, task.assessors, sampledCase).length
  return permitted === 0
    ? problem('allocation.case-barred-to-all', { case: sampledCase.pseudonym })
    : problem('allocation.case-left-by-conflicts', { case: sampledCase.pseudonym, permitted })
}

function sharesOf(
  { cases, weights }: AllocationTask,
  free: readonly Assessor[],
  assignments: readonly Assignment[],
): readonly AssessorShare[] {
  const points = new Map(
    cases.map((sampledCase) => [sampledCase.pseudonym, difficultyOf(sampledCase, weights)]),
  )
  const sum = (names: readonly Pseudonym[]) =>
    names.reduce((total, name) => total + (points.get(name) ?? 0), 0)
  const room = free.reduce((total, assessor) => total + capacityOf(assessor), 0)
  const allPoints = sum(cases.map(({ pseudonym }) => pseudonym))
  return free
    .toSorted((one, other) => byText(one.id, other.id))
    .map((assessor) => {
      const ownCases = assignments
        .filter((assignment) => assignment.assessor === assessor.id)
        .map(({ pseudonym }) => pseudonym)
      const capacity = capacityOf(assessor)
      return {
        assessor: assessor.id,
        capacity,
        cases: ownCases.length,
        proportional: (cases.length * capacity) / room,
        points: sum(ownCases),
        proportionalPoints: (allPoints * capacity) / room,
      }
    })
}
