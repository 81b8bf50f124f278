/**
 * Samples and chances whose mixture is a wanted point: Wolfe, "Finding the nearest point in a polytope", Mathematical
 * Programming 11 (1976), 128–149. A sample that points from the mixture so far towards the point is added, and the
 * mixture moved to the nearest point between its samples; samples that have lost their chance are dropped.
 */
import { numberAt } from './numbers.ts'
import type { Sample } from './sampleSearch.ts'

export type Mixture = { readonly samples: readonly Sample[]; readonly chances: readonly number[] }

/** A sample worth more than `least`, for what each unit's chance still needs, or undefined if there is none. */
export type FindSample = (
  lacking: readonly number[],
  samples: readonly Sample[],
  least: number,
) => Sample | undefined

/** Squared distance at which a mixture is the point except for rounding. */
const closeEnough = 1e-18
/** Squared distance at which a mixture is accepted if rounding hides what would bring it nearer. */
const closeAsCanBe = 1e-14
/** A chance below this is zero except for rounding. */
const noChance = 1e-12

/** Returns the mixture of samples in which each unit's chance is its share. Throws if `find` cannot reach it. */
export function nearestMixture(shares: readonly number[], first: Sample, find: FindSample): Mixture {
  const corral: Corral = {
    shares,
    samples: [first],
    products: [[productOf(first, first, shares)]],
    chances: [1],
  }
  let distanceBefore = Number.POSITIVE_INFINITY
  for (;;) {
    const lacking = lackingOf(corral)
    const distance = lacking.reduce((sum, lack) => sum + lack * lack, 0)
    if (distance < closeEnough) return corral
    const mixed = shares.reduce(
      (sum, share, unit) => sum + (share - numberAt(lacking, unit)) * numberAt(lacking, unit),
      0,
    )
    const sample =
      distance < distanceBefore ? find(lacking, corral.samples, mixed + distance * 1e-6 + 1e-15) : undefined
    distanceBefore = distance
    if (sample === undefined) {
      if (distance < closeAsCanBe) return corral
      throw new Error(`no samples have these shares: ${shares.join()}`)
    }
    add(corral, sample)
  }
}

type Corral = {
  readonly shares: readonly number[]
  samples: Sample[]
  /** One more than the product of two samples' distances from the point. */
  products: number[][]
  chances: number[]
}

function productOf(one: Sample, other: Sample, shares: readonly number[]): number {
  return shares.reduce(
    (sum, share, unit) => sum + (numberAt(one, unit) - share) * (numberAt(other, unit) - share),
    1,
  )
}

function lackingOf({ shares, samples, chances }: Corral): readonly number[] {
  const lacking = [...shares]
  for (const [index, sample] of samples.entries()) {
    const chance = numberAt(chances, index)
    for (const [unit, taken] of sample.entries()) lacking[unit] = numberAt(lacking, unit) - chance * taken
  }
  return lacking
}

function add(corral: Corral, sample: Sample): void {
  const products = [...corral.samples, sample].map((other) => productOf(sample, other, corral.shares))
  for (const [index, row] of corral.products.entries()) row.push(numberAt(products, index))
  corral.products.push(products)
  corral.samples.push(sample)
  corral.chances.push(0)
  for (;;) {
    const nearest = nearestChances(corral.products)
    if (nearest.every((chance) => chance > noChance)) {
      corral.chances = nearest
      return
    }
    goTowards(corral, nearest)
  }
}

/** Goes from the chances so far towards `nearest` until one is zero, and drops its sample. */
function goTowards(corral: Corral, nearest: readonly number[]): void {
  let part = 1
  for (const [index, chance] of corral.chances.entries()) {
    const to = numberAt(nearest, index)
    if (to <= noChance) part = Math.min(part, chance / (chance - to))
  }
  const chances = corral.chances.map((chance, index) => chance + part * (numberAt(nearest, index) - chance))
  const kept = [...chances.keys()].filter((index) => numberAt(chances, index) > noChance)
  const all = kept.reduce((sum, index) => sum + numberAt(chances, index), 0)
  corral.chances = kept.map((index) => numberAt(chances, index) / all)
  corral.samples = kept.flatMap((index) => corral.samples.slice(index, index + 1))
  corral.products = kept.map((row) => kept.map((column) => numberAt(corral.products[row] ?? [], column)))
}

/** The chances, adding up to 1 but of any sign, of the point nearest to the wanted one: Gaussian elimination. */
function nearestChances(products: readonly (readonly number[])[]): number[] {
  const rows = products.map((row) => Float64Array.of(...row, 1))
  for (const [column, pivot] of rows.entries()) {
    for (let below = column + 1; below < rows.length; below += 1) {
      const row = rows[below]
      if (row !== undefined) subtract(row, pivot, numberAt(row, column) / numberAt(pivot, column), column)
    }
  }
  const solution = new Float64Array(rows.length)
  for (const [back, row] of [...rows.entries()].reverse()) {
    let rest = numberAt(row, rows.length)
    for (let column = back + 1; column < rows.length; column += 1) {
      rest -= numberAt(row, column) * numberAt(solution, column)
    }
    solution[back] = rest / numberAt(row, back)
  }
  const all = solution.reduce((sum, value) => sum + value, 0)
  return [...solution].map((value) => value / all)
}

function subtract(row: Float64Array, pivot: Float64Array, factor: number, from: number): void {
  if (factor === 0) return
  for (let column = from; column < row.length; column += 1) {
    row[column] = numberAt(row, column) - factor * numberAt(pivot, column)
  }
}
