/** The method `cube-1`. A method is never changed, only replaced by another: its draws must be repeatable for ever. */
import { fly } from './flight.ts'
import { land } from './landing.ts'
import { numberAt } from './numbers.ts'
import type { Margin, Profiles } from './profiles.ts'
import type { Limits } from './sampleSearch.ts'
import { type Chance, shuffled } from './seededChance.ts'

/** The flight leaves out this many profiles: the more are open, the more samples there are without deviation. */
const keptFromFlight = 20

/** More balancing totals than these would leave too many shares open for the landing. */
const mostRows = 40

/**
 * Returns how many cases of each profile are sampled: `size` in all. Every case has the same chance of size ÷ cases,
 * and every margin ends at one of the two whole numbers next to its proportional number if that is possible. Cases of
 * one profile are the same for the balance, so each profile always gives the whole part of its proportional number, and
 * the cube method decides, by flight and landing, which profiles give one more.
 */
export function countsByProfile(population: Profiles, size: number, chance: Chance): readonly number[] {
  const { cases, profiles } = population
  const counts = profiles.map(({ caseIds }) => wholePart(size * caseIds.length, cases))
  const shares = profiles.map(({ caseIds }) => ((size * caseIds.length) % cases) / cases)
  const order = shuffled(
    [...shares.keys()].filter((profile) => numberAt(shares, profile) > 0),
    chance,
  )
  flyMost(order, shares, population, chance)
  settle(counts, shares)
  const open = order.filter((profile) => numberAt(shares, profile) > 0)
  if (open.length === 0) return counts
  const landed = land(
    open.map((profile) => numberAt(shares, profile)),
    limitsOf(population, size, counts, open),
    chance,
  )
  for (const [index, profile] of open.entries()) shares[profile] = numberAt(landed, index)
  settle(counts, shares)
  return counts
}

/** The flight with the profiles in `order`, except the last few. Their shares after it are in `shares`. */
function flyMost(order: readonly number[], shares: number[], population: Profiles, chance: Chance): void {
  const flying = order.slice(0, Math.max(0, order.length - keptFromFlight))
  const { rows, rowOf } = flightRows(population.margins)
  const flown = fly(
    flying.map((profile) => numberAt(shares, profile)),
    // The last row is the size, so that it stays whole.
    flying.map((profile) => [
      ...(population.profiles[profile]?.margins ?? []).map((margin) => numberAt(rowOf, margin)),
      rows - 1,
    ]),
    rows,
    chance,
  )
  for (const [index, profile] of flying.entries()) shares[profile] = numberAt(flown, index)
}

/** A row for each margin; if there are very many, one for all the rare levels of a variable together. */
function flightRows(margins: readonly Margin[]): {
  readonly rows: number
  readonly rowOf: readonly number[]
} {
  const byCases = [...margins.keys()].sort(
    (one, other) => (margins[other]?.cases ?? 0) - (margins[one]?.cases ?? 0) || one - other,
  )
  const frequent = byCases.slice(0, mostRows).sort((one, other) => one - other)
  const rows = new Map(frequent.map((margin, row) => [margin, row]))
  const rowOf = margins.map(({ variable }, margin) => rows.get(margin) ?? frequent.length + variable)
  return { rows: Math.max(-1, ...rowOf) + 2, rowOf }
}

/** Counts the shares that are 1, and sets them to 0. */
function settle(counts: number[], shares: number[]): void {
  for (const [profile, share] of shares.entries()) {
    if (share !== 1) continue
    counts[profile] = numberAt(counts, profile) + 1
    shares[profile] = 0
  }
}

/** What the open profiles must add to each margin: the whole numbers next to its proportional number, less `counts`. */
function limitsOf(
  { cases, margins, profiles }: Profiles,
  size: number,
  counts: readonly number[],
  open: readonly number[],
): Limits {
  const sums = margins.map(() => 0)
  for (const [index, profile] of profiles.entries()) {
    for (const margin of profile.margins) sums[margin] = numberAt(sums, margin) + numberAt(counts, index)
  }
  const lowest = margins.map((margin, index) => wholePart(size * margin.cases, cases) - numberAt(sums, index))
  return {
    unitMargins: open.map((profile) => profiles[profile]?.margins ?? []),
    lowest,
    highest: margins.map(
      (margin, index) => numberAt(lowest, index) + ((size * margin.cases) % cases === 0 ? 0 : 1),
    ),
  }
}

/** `part` divided by `whole` without the remainder; exact for whole numbers, which a quotient rounded down is not. */
function wholePart(part: number, whole: number): number {
  return (part - (part % whole)) / whole
}
