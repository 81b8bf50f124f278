/** From the allocated sample to the cases that are inspected: which to open, reassign and withdraw. */
import { countOf } from '../kernel/countOf.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { problem } from './problems.ts'

/** A case of the sample, with the person it is allocated to; null if it is not allocated. */
export type AllocatedCase = {
  readonly pseudonym: string
  readonly assessor: {
    readonly name: string
    /** Null if the person has no account to assess it with. */
    readonly personId: string | null
    /** Why they cannot assess it, as text; null if nothing prevents it. */
    readonly barredBecause: string | null
  } | null
  /** The account for which beginning fieldwork opened the case or last assigned it; null if it never did. */
  readonly lastGivenTo: string | null
}

/** A case that is already inspected. */
export type KnownCase = {
  readonly caseId: string
  /** Whether it came from the case list, under its pseudonym; other cases were imported with their answers. */
  readonly fromList: boolean
  readonly withdrawn: boolean
  readonly personIds: readonly string[]
}

export type PlannedCase = { readonly caseId: string; readonly personId: string }

/** A case that was assigned to other people in fieldwork: `personId` is the person in the allocation. */
export type StayingCase = PlannedCase & { readonly withPersonIds: readonly string[] }

export type FieldworkPlan = {
  /** New among the inspected cases, or among them again after it was withdrawn. */
  readonly open: readonly PlannedCase[]
  /** Already inspected, and allocated to someone else since. */
  readonly give: readonly PlannedCase[]
  /** Assigned to someone else in fieldwork: that decision of a person is not changed unasked. */
  readonly stay: readonly StayingCase[]
  /** No longer in the sample: what was written is not removed. */
  readonly withdraw: readonly string[]
}

/**
 * Returns which cases to open, reassign and withdraw. Refuses, with every reason, if there is no sample or if any of
 * its cases is not allocated to someone who can assess it.
 */
export function planFieldwork(
  sample: readonly AllocatedCase[],
  known: readonly KnownCase[],
): Result<FieldworkPlan> {
  const present = new Map(
    known.filter(({ withdrawn }) => !withdrawn).map((knownCase) => [knownCase.caseId, knownCase]),
  )
  const planned = sample.flatMap(({ pseudonym, assessor }) =>
    assessor === null || assessor.personId === null
      ? []
      : [{ caseId: pseudonym, personId: assessor.personId }],
  )
  const sampled = new Set(sample.map(({ pseudonym }) => pseudonym))
  const lastGiven = new Map(sample.map(({ pseudonym, lastGivenTo }) => [pseudonym, lastGivenTo]))
  const elsewhere = planned.flatMap((plannedCase) => {
    const withPersonIds = present.get(plannedCase.caseId)?.personIds
    return withPersonIds === undefined || withPersonIds.includes(plannedCase.personId)
      ? []
      : [{ ...plannedCase, withPersonIds }]
  })
  const isAsGiven = ({ caseId, withPersonIds: [first, ...others] }: StayingCase): boolean =>
    others.length === 0 && first !== undefined && first === lastGiven.get(caseId)
  return unlessProblems(problemsOf(sample, [...present.values()]), () => ({
    open: planned.filter(({ caseId }) => !present.has(caseId)),
    give: elsewhere.filter(isAsGiven).map(({ caseId, personId }) => ({ caseId, personId })),
    stay: elsewhere.filter((assignedCase) => !isAsGiven(assignedCase)),
    withdraw: [...present.keys()].filter((caseId) => !sampled.has(caseId)),
  }))
}

function problemsOf(sample: readonly AllocatedCase[], present: readonly KnownCase[]): readonly Problem[] {
  if (sample.length === 0) return [problem('fieldwork.sample-missing', {})]
  const imported = present.filter(({ fromList }) => !fromList).length
  const unallocated = sample.filter(({ assessor }) => assessor === null).length
  const barred = sample.flatMap(({ pseudonym, assessor }) =>
    assessor === null || assessor.barredBecause === null
      ? []
      : [
          problem('allocation.conflict', {
            case: pseudonym,
            assessor: assessor.name,
            reason: assessor.barredBecause,
          }),
        ],
  )
  return [
    ...(imported === 0 ? [] : [problem('fieldwork.cases-imported', { cases: countOf(imported, 'case') })]),
    ...(unallocated === 0
      ? []
      : [problem('fieldwork.cases-with-nobody', { cases: countOf(unallocated, 'case') })]),
    ...withoutAccount(sample).map((assessor) => problem('fieldwork.assessor-without-account', { assessor })),
    ...barred,
  ]
}

function withoutAccount(sample: readonly AllocatedCase[]): readonly string[] {
  const names = sample.flatMap(({ assessor }) =>
    assessor !== null && assessor.personId === null ? [assessor.name] : [],
  )
  return [...new Set(names)]
}
