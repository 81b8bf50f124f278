/** Search among all samples of one size from a few units, each of which counts in one level of each variable. */
import { numberAt } from './numbers.ts'

/** For each unit 1 if it is in the sample, otherwise 0. */
export type Sample = readonly number[]

/** The margins a unit counts in, and the whole numbers between which each margin's total is to end. */
export type Limits = {
  readonly unitMargins: readonly (readonly number[])[]
  readonly lowest: readonly number[]
  readonly highest: readonly number[]
}

/** What a sample is worth: the gains of its units less `strayingPrice` for its straying. */
export type Worth = { readonly gains: readonly number[]; readonly strayingPrice: number }

/** An exchange of two units must be worth more than rounding, with gains and prices of the order of 1 to 1000. */
const leastGain = 1e-10

/** Returns the sample of the `size` units with the greatest gains, whatever its totals. */
export function greatestGains(gains: readonly number[], size: number): Sample {
  const sample = gains.map(() => 0)
  for (const unit of bestFirst(gains).slice(0, size)) sample[unit] = 1
  return sample
}

function bestFirst(gains: readonly number[]): readonly number[] {
  return [...gains.keys()].sort((one, other) => numberAt(gains, other) - numberAt(gains, one) || one - other)
}

/**
 * Returns a sample that is no worse than `start`: it exchanges the two units whose exchange is worth most, for as long
 * as one is worth anything.
 */
export function climb(start: Sample, worth: Worth, limits: Limits): Sample {
  const sample = [...start]
  const sums = sumsOf(sample, limits)
  const byGain = bestFirst(worth.gains)
  for (;;) {
    const exchange = bestExchange(sample, byGain, worth, changesOf(sums, limits))
    if (exchange === undefined) return sample
    const [out, into] = exchange
    sample[out] = 0
    sample[into] = 1
    for (const margin of limits.unitMargins[out] ?? []) sums[margin] = numberAt(sums, margin) - 1
    for (const margin of limits.unitMargins[into] ?? []) sums[margin] = numberAt(sums, margin) + 1
  }
}

/** Returns the sum of the gains of the units in a sample. */
export function gainOf(sample: Sample, gains: readonly number[]): number {
  return sample.reduce((sum, taken, unit) => sum + taken * numberAt(gains, unit), 0)
}

function strayed(total: number, margin: number, { lowest, highest }: Limits): number {
  const by = Math.max(0, total - numberAt(highest, margin), numberAt(lowest, margin) - total)
  return by * by
}

function sumsOf(sample: Sample, { unitMargins, lowest }: Limits): number[] {
  const sums = lowest.map(() => 0)
  for (const [unit, margins] of unitMargins.entries()) {
    if (sample[unit] === 1) for (const margin of margins) sums[margin] = numberAt(sums, margin) + 1
  }
  return sums
}

/** By how much each margin strays more when its total goes up by one, or down. */
type Changes = Pick<Limits, 'unitMargins'> & {
  readonly up: readonly number[]
  readonly down: readonly number[]
  /** No exchange makes totals stray less by more than this. */
  readonly greatestRelief: number
}

function changesOf(sums: readonly number[], limits: Limits): Changes {
  const change = (by: 1 | -1) =>
    sums.map((sum, margin) => strayed(sum + by, margin, limits) - strayed(sum, margin, limits))
  const [up, down] = [change(1), change(-1)]
  const { unitMargins } = limits
  const variables = unitMargins[0]?.length ?? 0
  return { unitMargins, up, down, greatestRelief: -variables * (Math.min(0, ...up) + Math.min(0, ...down)) }
}

/**
 * The exchange worth most. Units come best gain first, so that the rest can be skipped once none of them can be worth
 * more.
 */
function bestExchange(
  sample: Sample,
  byGain: readonly number[],
  { gains, strayingPrice }: Worth,
  changes: Changes,
): readonly [number, number] | undefined {
  const relief = strayingPrice * changes.greatestRelief
  const { unitMargins } = changes
  const others = byGain.filter((unit) => sample[unit] === 0)
  let best: readonly [number, number] | undefined
  let most = leastGain
  for (const out of byGain.filter((unit) => sample[unit] === 1).reverse()) {
    const outMargins = unitMargins[out] ?? []
    for (const into of others) {
      const gain = numberAt(gains, into) - numberAt(gains, out)
      if (gain + relief <= most) break
      const worth = gain - strayingPrice * strayingBy(outMargins, unitMargins[into] ?? [], changes)
      if (worth > most) {
        best = [out, into]
        most = worth
      }
    }
  }
  return best
}

/** By how much an exchange changes the deviation of totals; if both units count in one margin its total stays. */
function strayingBy(out: readonly number[], into: readonly number[], { up, down }: Changes): number {
  let straying = 0
  for (let variable = 0; variable < out.length; variable += 1) {
    const [from, to] = [numberAt(out, variable), numberAt(into, variable)]
    if (from !== to) straying += numberAt(down, from) + numberAt(up, to)
  }
  return straying
}
