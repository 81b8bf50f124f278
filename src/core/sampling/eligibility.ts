/** Which cases of a list are eligible, and why each of the others is not. */
import type { CaseDomain } from '../framework/standards.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { EligibleWindow } from './eligibleWindow.ts'
import { problem } from './problems.ts'
import { byText } from './profiles.ts'

/** A case that a person left out before the draw, with the reason. */
export type HandExclusion = { readonly caseId: string; readonly reason: string; readonly by: string }

export const exclusionRules = ['domain-not-sampled', 'by-hand', 'before-window', 'after-window'] as const
export type ExclusionRule = (typeof exclusionRules)[number]

export type ExcludedCase = {
  readonly caseId: string
  readonly domain: CaseDomain
  readonly rule: ExclusionRule
  /** A whole sentence. */
  readonly reason: string
}

export type Eligibility = {
  /** In the order of their ids. */
  readonly eligible: readonly ListedCase[]
  /** In the order of their ids. */
  readonly excluded: readonly ExcludedCase[]
}

/**
 * Returns which cases are eligible, and why each of the others is not. Refuses exclusions by hand without a reason or a
 * name, and of a case that is not in the list.
 */
export function eligibilityOf(
  cases: readonly ListedCase[],
  windows: readonly EligibleWindow[],
  byHand: readonly HandExclusion[],
): Result<Eligibility> {
  const known = new Set(cases.map(({ caseId }) => caseId))
  const problems = [
    ...doubledIds(cases),
    ...byHand.flatMap((exclusion) => exclusionProblems(exclusion, known)),
  ]
  return unlessProblems(problems, () => sorted(cases, windows, byHand))
}

function doubledIds(cases: readonly ListedCase[]): readonly Problem[] {
  const seen = new Set<string>()
  return cases.flatMap(({ caseId, row }) => {
    const isDoubled = seen.has(caseId)
    seen.add(caseId)
    const place = row === null ? {} : { row }
    return isDoubled ? [problem('sampling.case-doubled', { case: caseId }, place)] : []
  })
}

function exclusionProblems({ caseId, reason, by }: HandExclusion, known: ReadonlySet<string>): Problem[] {
  return [
    ...(known.has(caseId)
      ? []
      : [problem('sampling.excluded-case-unknown', { case: caseId }, { field: 'excludedCase' })]),
    ...textProblems(
      reason,
      'reason',
      problem('sampling.exclusion-reason-missing', { case: caseId }, { field: 'exclusionReason' }),
    ),
    ...textProblems(
      by,
      'name',
      problem('sampling.exclusion-name-missing', { case: caseId }, { field: 'exclusionBy' }),
    ),
  ]
}

function sorted(
  cases: readonly ListedCase[],
  windows: readonly EligibleWindow[],
  byHand: readonly HandExclusion[],
): Eligibility {
  const eligible: ListedCase[] = []
  const excluded: ExcludedCase[] = []
  for (const listedCase of cases.toSorted((a, b) => byText(a.caseId, b.caseId))) {
    const why = exclusionOf(
      listedCase,
      windows.find(({ domain }) => domain === listedCase.domain),
      byHand,
    )
    if (why === undefined) eligible.push(listedCase)
    else excluded.push({ caseId: listedCase.caseId, domain: listedCase.domain, ...why })
  }
  return { eligible, excluded }
}

type Why = Pick<ExcludedCase, 'rule' | 'reason'>

function exclusionOf(
  { caseId, domain, startDate }: ListedCase,
  window: EligibleWindow | undefined,
  byHand: readonly HandExclusion[],
): Why | undefined {
  if (window === undefined) {
    const reason = `Cases of the kind “${domain}” are not sampled under this edition.`
    return { rule: 'domain-not-sampled', reason }
  }
  const hand = byHand.find((exclusion) => exclusion.caseId === caseId)
  if (hand !== undefined) return { rule: 'by-hand', reason: `Left out by ${hand.by}: ${hand.reason}` }
  if (startDate < window.from) {
    return {
      rule: 'before-window',
      reason: `Began on ${startDate}, before the window opens on ${window.from}.`,
    }
  }
  if (startDate > window.to) {
    return { rule: 'after-window', reason: `Began on ${startDate}, after the window closes on ${window.to}.` }
  }
  return undefined
}

/** Returns the title of a rule of exclusion. */
export function exclusionRuleTitle(rule: ExclusionRule): string {
  switch (rule) {
    case 'domain-not-sampled':
      return 'Not sampled under this edition'
    case 'by-hand':
      return 'Left out by hand'
    case 'before-window':
      return 'Began before the window'
    case 'after-window':
      return 'Began after the window'
    default:
      return unreachable(rule)
  }
}
