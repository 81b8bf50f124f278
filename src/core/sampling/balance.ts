/** How a sample compares with the eligible cases, for each level of what it is balanced by. */
import type { SampleRules } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import { byText } from './profiles.ts'

export type BalanceRow = {
  readonly domain: CaseDomain
  /** The column of the case list, such as `rosh`. */
  readonly variable: string
  readonly level: string
  readonly eligible: number
  readonly sampled: number
  /** The level's part of the sample if it were proportional, to six decimal places. */
  readonly expected: number
  /** Sampled less expected. */
  readonly deviation: number
  /**
   * For a share of one half among the cases of the level, in points at the edition's confidence; null without a case.
   */
  readonly marginPoints: number | null
  /** Too few cases or too wide a margin to report on, by the edition's rule for subgroups. */
  readonly tooSmall: boolean
}

/** Returns the level of a case in `variable`: a column of the list, or any other column that was stored with it. */
export function levelOf(listedCase: ListedCase, variable: string): string {
  const level = levelsByColumn(listedCase)[variable] ?? listedCase.others[variable] ?? ''
  return level.trim() === '' ? 'not-given' : level
}

function levelsByColumn(listedCase: ListedCase): Readonly<Record<string, string>> {
  return {
    gender: listedCase.gender,
    disposal: listedCase.disposal,
    rosh: listedCase.rosh,
    safety_wellbeing: listedCase.safetyWellbeing,
    ethnicity: listedCase.ethnicity,
    age: listedCase.age === null ? '' : String(listedCase.age),
  }
}

/** The eligible cases of one kind, and the ids of those in the sample. */
type SampledCases = {
  readonly domain: CaseDomain
  readonly eligible: readonly ListedCase[]
  readonly sampledIds: ReadonlySet<string>
}

/** Returns a row for each level that an eligible case of `domain` has, by variable in the order of `variables`. */
export function balanceOf(
  { domain, eligible, sampledIds }: SampledCases,
  variables: readonly string[],
  { size, subgroups }: Pick<SampleRules, 'size' | 'subgroups'>,
): readonly BalanceRow[] {
  const sampled = eligible.filter(({ caseId }) => sampledIds.has(caseId))
  return variables.flatMap((variable) => {
    const among = countLevels(eligible, variable)
    const drawn = countLevels(sampled, variable)
    return [...among.keys()].toSorted(byText).map((level) => {
      const counts = { eligible: among.get(level) ?? 0, sampled: drawn.get(level) ?? 0 }
      const expected = (sampled.length * counts.eligible) / eligible.length
      const marginPoints = marginOfError(counts.eligible, counts.sampled, size)
      return {
        domain,
        variable,
        level,
        ...counts,
        expected: sixPlaces(expected),
        deviation: sixPlaces(counts.sampled - expected),
        marginPoints,
        tooSmall:
          counts.sampled < subgroups.fewestCases ||
          marginPoints === null ||
          marginPoints > subgroups.widestMarginPoints,
      }
    })
  })
}

function countLevels(cases: readonly ListedCase[], variable: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const listedCase of cases) {
    const level = levelOf(listedCase, variable)
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return counts
}

/**
 * Returns the margin of error z · √(p(1 − p) ÷ n · (N − n) ÷ (N − 1)) in points: 0 if every case is sampled, null if none is. Cochran, Sampling
 * Techniques, 1977, section 3.2.
 */
export function marginOfError(
  population: number,
  sampled: number,
  { z, proportion }: SampleRules['size'],
): number | null {
  if (sampled === 0) return null
  if (sampled === population) return 0
  const finite = (population - sampled) / (population - 1)
  return sixPlaces(100 * z * Math.sqrt(((proportion * (1 - proportion)) / sampled) * finite))
}

function sixPlaces(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}
