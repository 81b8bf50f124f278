/** From the allocated sample to the cases that are inspected: what has to be opened, given and withdrawn. */
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { problem } from './problems.ts'

/** A case of the sample, with the person whom the allocation gave it; null where it is with nobody. */
export type AllocatedCase = {
  readonly pseudonym: string
  readonly assessor: {
    readonly name: string
    /** Null where the person has no account with which they could assess it. */
    readonly personId: string | null
    /** Why they may not assess it, in words; null where nothing keeps them from it. */
    readonly barredBecause: string | null
  } | null
  /** The account of the person for whom beginning opened the case or gave it last; null where it never did. */
  readonly lastGivenTo: string | null
}

/** A case that fieldwork knows already. */
export type KnownCase = {
  readonly caseId: string
  /** Whether it came from the case list, under its pseudonym; the others were imported with their answers. */
  readonly fromList: boolean
  readonly withdrawn: boolean
  readonly personIds: readonly string[]
}

export type PlannedCase = { readonly caseId: string; readonly personId: string }

/** A case that fieldwork gave to others than the allocation says: `personId` is the allocation's. */
export type StayingCase = PlannedCase & { readonly withPersonIds: readonly string[] }

export type FieldworkPlan = {
  /** New among the inspected cases, or again after they had been withdrawn. */
  readonly open: readonly PlannedCase[]
  /** Inspected already, and in the allocation given to somebody else since. */
  readonly give: readonly PlannedCase[]
  /** Given to somebody else in fieldwork: nothing takes back unasked what a person decided there. */
  readonly stay: readonly StayingCase[]
  /** No longer in the sample: what was written stays. */
  readonly withdraw: readonly string[]
}

/** Refuses, with every reason, a sample that is not there or not wholly with people who can assess it. */
export function planFieldwork(
  sample: readonly AllocatedCase[],
  known: readonly KnownCase[],
): Result<FieldworkPlan> {
  const present = new Map(known.filter(({ withdrawn }) => !withdrawn).map((one) => [one.caseId, one]))
  const planned = sample.flatMap(({ pseudonym, assessor }) =>
    assessor === null || assessor.personId === null
      ? []
      : [{ caseId: pseudonym, personId: assessor.personId }],
  )
  const sampled = new Set(sample.map(({ pseudonym }) => pseudonym))
  const lastGiven = new Map(sample.map(({ pseudonym, lastGivenTo }) => [pseudonym, lastGivenTo]))
  const elsewhere = planned.flatMap((one) => {
    const withPersonIds = present.get(one.caseId)?.personIds
    return withPersonIds === undefined || withPersonIds.includes(one.personId)
      ? []
      : [{ ...one, withPersonIds }]
  })
  const isAsGiven = ({ caseId, withPersonIds: [first, ...others] }: StayingCase): boolean =>
    others.length === 0 && first !== undefined && first === lastGiven.get(caseId)
  return unlessProblems(problemsOf(sample, [...present.values()]), () => ({
    open: planned.filter(({ caseId }) => !present.has(caseId)),
    give: elsewhere.filter(isAsGiven).map(({ caseId, personId }) => ({ caseId, personId })),
    stay: elsewhere.filter((one) => !isAsGiven(one)),
    withdraw: [...present.keys()].filter((caseId) => !sampled.has(caseId)),
  }))
}

function problemsOf(sample: readonly AllocatedCase[], present: readonly KnownCase[]): readonly Problem[] {
  if (sample.length === 0) return [problem('fieldwork.sample-missing', {})]
  const imported = present.filter(({ fromList }) => !fromList).length
  const alone = sample.filter(({ assessor }) => assessor === null).length
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
    ...(imported === 0 ? [] : [problem('fieldwork.cases-imported', { count: imported })]),
    ...(alone === 0 ? [] : [problem('fieldwork.cases-with-nobody', { count: alone })]),
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
