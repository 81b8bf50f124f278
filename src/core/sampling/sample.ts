/** A sample as it follows from a case list, the settings and a seed: nothing else goes in, so anyone can repeat it. */
import type { EditionId } from '../framework/edition.ts'
import type { SampleRules } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import type { CalendarDate } from '../kernel/calendarDate.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import { type BalanceRow, balanceOf, levelOf } from './balance.ts'
import { caseListHash } from './caseListHash.ts'
import { type DrawMethod, drawDomain } from './drawnSample.ts'
import { type Eligibility, type ExcludedCase, eligibilityOf, type HandExclusion } from './eligibility.ts'
import { type EligibleWindow, eligibleWindows } from './eligibleWindow.ts'
import { problem } from './problems.ts'
import { type DomainSize, domainSizes, type SizeOverride } from './sampleSize.ts'

/** What a sample was drawn by: always stored with it. */
export type SampleSettings = {
  readonly edition: EditionId
  readonly rules: SampleRulesUsed
  /** The Monday on which fieldwork starts. */
  readonly fieldwork: CalendarDate
  readonly overrides: readonly SizeOverride[]
  readonly exclusions: readonly HandExclusion[]
}

/** The rules of the edition that a draw looks at. */
export type SampleRulesUsed = Pick<SampleRules, 'windows' | 'shares' | 'size' | 'balancedBy' | 'subgroups'>

/** What follows before the draw. */
export type SamplePlan = {
  readonly windows: readonly EligibleWindow[]
  readonly eligibility: Eligibility
  readonly sizes: readonly DomainSize[]
}

export type CasesOfDomain = { readonly domain: CaseDomain; readonly caseIds: readonly string[] }

export type SampleResult = {
  readonly windows: readonly EligibleWindow[]
  /** How many cases of all kinds are eligible. */
  readonly eligible: number
  readonly excluded: readonly ExcludedCase[]
  readonly sizes: readonly DomainSize[]
  /** By domain, in the order of their ids. */
  readonly sampled: readonly CasesOfDomain[]
  /** By domain, in the order in which they are used. */
  readonly reserves: readonly CasesOfDomain[]
  readonly balance: readonly BalanceRow[]
}

export type Sample = {
  readonly listHash: string
  readonly seed: string
  readonly method: DrawMethod
  readonly settings: SampleSettings
  readonly result: SampleResult
}

/** Returns the rules of an edition that a draw depends on, without those that only intake needs. */
export function rulesUsed({ windows, shares, size, balancedBy, subgroups }: SampleRules): SampleRulesUsed {
  return { windows, shares, size, balancedBy, subgroups }
}

/** Returns windows, eligible cases and sizes. Refuses settings that do not fit the list. */
export function planSample(cases: readonly ListedCase[], settings: SampleSettings): Result<SamplePlan> {
  const windows = eligibleWindows(settings.rules.windows, settings.fieldwork)
  const eligibility = eligibilityOf(cases, windows, settings.exclusions)
  if (!eligibility.ok) return eligibility
  const populations = windows.map(({ domain }) => ({
    domain,
    cases: eligibility.value.eligible.filter((listedCase) => listedCase.domain === domain).length,
  }))
  const sizes = domainSizes(settings.rules, populations, settings.overrides)
  return sizes.ok ? done({ windows, eligibility: eligibility.value, sizes: sizes.value }) : sizes
}

/** Returns the drawn sample. Refuses settings that do not fit, an empty seed and a list without an eligible case. */
export function drawSample(
  cases: readonly ListedCase[],
  settings: SampleSettings,
  seed: string,
  method: DrawMethod,
): Result<Sample> {
  const [fault] = textProblems(seed, 'name', problem('sampling.seed-missing', {}, { field: 'seed' }))
  if (fault !== undefined) return refuse(fault)
  const plan = planSample(cases, settings)
  if (!plan.ok) return plan
  if (plan.value.eligibility.eligible.length === 0) return refuse(problem('sampling.no-eligible-case', {}))
  const listHash = caseListHash(cases, settings.rules.balancedBy)
  return done({ listHash, seed, method, settings, result: resultOf(plan.value, settings, seed, method) })
}

function resultOf(
  { windows, eligibility: { eligible, excluded }, sizes }: SamplePlan,
  { rules }: SampleSettings,
  seed: string,
  method: DrawMethod,
): SampleResult {
  const drawn = sizes.map(({ domain, size }) => {
    const own = eligible.filter((listedCase) => listedCase.domain === domain)
    const draw = drawDomain(method, drawnCases(own, rules.balancedBy), size, domainSeed(seed, domain))
    return { domain, own, ...draw }
  })
  return {
    windows,
    eligible: eligible.length,
    excluded,
    sizes,
    sampled: drawn.map(({ domain, sampled }) => ({ domain, caseIds: sampled })),
    reserves: drawn.map(({ domain, reserves }) => ({ domain, caseIds: reserves })),
    balance: drawn.flatMap(({ domain, own, sampled }) =>
      own.length === 0
        ? []
        : balanceOf({ domain, eligible: own, sampledIds: new Set(sampled) }, rules.balancedBy, rules),
    ),
  }
}

/**
 * Returns the seed of one kind of cases. Each has a random stream of its own, so that one cannot change another's draw.
 */
export function domainSeed(seed: string, domain: CaseDomain): string {
  return `${seed}\n${domain}`
}

/** Returns cases as a draw sees them: by id and by the levels they are balanced by. */
export function drawnCases(cases: readonly ListedCase[], variables: readonly string[]) {
  return cases.map((listedCase) => ({
    caseId: listedCase.caseId,
    levels: variables.map((variable) => levelOf(listedCase, variable)),
  }))
}
