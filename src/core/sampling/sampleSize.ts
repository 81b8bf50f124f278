/**
 * How many cases are sampled: for a share of one half, a confidence and a margin of error, with the correction for a
 * finite population (Cochran, Sampling Techniques, 1977, sections 4.4 and 4.5).
 */
import type { SampleRules, SampleSizeRule } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { problem } from './problems.ts'
import { shareOut } from './shareOut.ts'

export type Population = { readonly domain: CaseDomain; readonly cases: number }

/** A size that a person set instead of the calculated one. */
export type SizeOverride = {
  readonly domain: string
  readonly size: number
  readonly reason: string
  readonly by: string
}

/** The steps from a population to its size, in their order. */
export type SizeWorking = {
  readonly population: number
  /** n0 = z² · p(1 − p) ÷ e². */
  readonly unlimited: number
  /** n = n0 ÷ (1 + (n0 − 1) ÷ N). */
  readonly corrected: number
  readonly rounded: number
  /** After the minimum and the maximum, and never more than the population. */
  readonly size: number
}

export type DomainSize = {
  readonly domain: CaseDomain
  readonly population: number
  /** The working it follows from: its own, or that of all the kinds of cases that share one sample. */
  readonly working: SizeWorking
  /** Its part of a shared sample in per cent, or null if it has a size of its own. */
  readonly sharePercent: number | null
  readonly calculated: number
  readonly override: Omit<SizeOverride, 'domain'> | null
  /** What is drawn. */
  readonly size: number
  readonly allTaken: boolean
}

/** What a size follows from. */
type SizeRules = Pick<SampleRules, 'size' | 'shares'>

/** Returns n0, the size for a population without limit: 164.237 for 80 per cent, 5 points and a share of one half. */
export function unlimitedSize({ z, proportion, marginPoints }: SampleSizeRule): number {
  const margin = marginPoints / 100
  return (z * z * proportion * (1 - proportion)) / (margin * margin)
}

/** Returns the size for one population, step by step: of 15 cases 13.82, and rounded up 14. */
export function sizeWorking(rule: SampleSizeRule, population: number): SizeWorking {
  const unlimited = unlimitedSize(rule)
  const corrected = population === 0 ? 0 : unlimited / (1 + (unlimited - 1) / population)
  const rounded = roundSize(corrected, rule.rounding)
  const atLeast = Math.max(rounded, rule.minimum ?? 0)
  const atMost = Math.min(atLeast, rule.maximum ?? atLeast, population)
  return { population, unlimited, corrected, rounded, size: atMost }
}

function roundSize(size: number, rounding: SampleSizeRule['rounding']): number {
  switch (rounding) {
    case 'up':
      return Math.ceil(size)
    case 'nearest':
      return Math.round(size)
    default:
      return unreachable(rounding)
  }
}

/** Returns the size of each kind of cases. Refuses an override that is malformed, has no reason or has no name. */
export function domainSizes(
  rules: SizeRules,
  populations: readonly Population[],
  overrides: readonly SizeOverride[],
): Result<readonly DomainSize[]> {
  const problems = overrides.flatMap((override, index) => [
    ...overrideProblems(override, populations),
    ...(overrides.findIndex(({ domain }) => domain === override.domain) === index
      ? []
      : [problem('sampling.override-doubled', { domain: override.domain }, { field: 'overrideDomain' })]),
  ])
  return unlessProblems(problems, () => {
    const sharing = populations.filter(({ domain }) => shareOf(rules, domain) !== null)
    const shared = sharedSizes(rules, sharing)
    return populations.map((population) =>
      overridden(shared.get(population.domain) ?? ownSize(rules, population), overrides),
    )
  })
}

function overrideProblems(
  { domain, size, reason, by }: SizeOverride,
  populations: readonly Population[],
): readonly Problem[] {
  const population = populations.find((one) => one.domain === domain)
  if (population === undefined) {
    return [problem('sampling.override-domain-unknown', { domain }, { field: 'overrideDomain' })]
  }
  const isSize = Number.isInteger(size) && size >= 0 && size <= population.cases
  return [
    ...(isSize
      ? []
      : [
          problem(
            'sampling.override-size-unfit',
            { domain, size, population: population.cases },
            { field: 'overrideSize' },
          ),
        ]),
    ...textProblems(
      reason,
      'reason',
      problem('sampling.override-reason-missing', { domain }, { field: 'overrideReason' }),
    ),
    ...textProblems(
      by,
      'name',
      problem('sampling.override-name-missing', { domain }, { field: 'overrideBy' }),
    ),
  ]
}

function shareOf({ shares }: SizeRules, domain: CaseDomain): number | null {
  return shares.find(({ cases }) => cases === domain)?.percent ?? null
}

/** One sample for all the kinds that share it, then its parts; if a kind has too few cases, the others give more. */
function sharedSizes(rules: SizeRules, sharing: readonly Population[]): ReadonlyMap<CaseDomain, DomainSize> {
  const all = sharing.reduce((sum, { cases }) => sum + cases, 0)
  const working = sizeWorking(rules.size, all)
  const parts = shareOut(
    working.size,
    sharing.map(({ domain, cases }) => ({ weight: shareOf(rules, domain) ?? 0, atMost: cases })),
  )
  return new Map(
    sharing.map(({ domain, cases }, index) => {
      const size = parts[index] ?? 0
      const sharePercent = shareOf(rules, domain)
      return [domain, domainSize({ domain, cases }, working, sharePercent, size)]
    }),
  )
}

function ownSize(rules: SizeRules, population: Population): DomainSize {
  const working = sizeWorking(rules.size, population.cases)
  return domainSize(population, working, null, working.size)
}

function domainSize(
  { domain, cases }: Population,
  working: SizeWorking,
  sharePercent: number | null,
  size: number,
): DomainSize {
  return {
    domain,
    population: cases,
    working,
    sharePercent,
    calculated: size,
    override: null,
    size,
    allTaken: isAll(size, cases),
  }
}

function overridden(calculated: DomainSize, overrides: readonly SizeOverride[]): DomainSize {
  const found = overrides.find(({ domain }) => domain === calculated.domain)
  if (found === undefined) return calculated
  const { size, reason, by } = found
  return { ...calculated, override: { size, reason, by }, size, allTaken: isAll(size, calculated.population) }
}

/** Without cases the size is 0. */
function isAll(size: number, population: number): boolean {
  return population > 0 && size === population
}
