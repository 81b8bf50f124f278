/** The inverse of a square matrix whose columns are exchanged one by one, as in the revised simplex method. */
import { numberAt } from './numbers.ts'

/** A weight nearer to 0 than this is 0 except for rounding. */
const weightTolerance = 1e-9

export type BasisInverse = { readonly rows: number; readonly entries: Float64Array }

/** Returns the inverse of the unit matrix. */
export function unitInverse(rows: number): BasisInverse {
  const entries = new Float64Array(rows * rows)
  for (let row = 0; row < rows; row += 1) entries[row * rows + row] = 1
  return { rows, entries }
}

/**
 * Returns the column that is one in `ones` and zero elsewhere, as a sum of the columns of the basis: a weight for each.
 */
export function weightsOf({ rows, entries }: BasisInverse, ones: readonly number[]): Float64Array {
  const weights = new Float64Array(rows)
  for (let place = 0; place < rows; place += 1) {
    let weight = 0
    for (const row of ones) weight += numberAt(entries, place * rows + row)
    weights[place] = Math.abs(weight) < weightTolerance ? 0 : weight
  }
  return weights
}

/** Replaces a column, whose weight must not be zero, by the column that has `weights`. */
export function exchange({ rows, entries }: BasisInverse, place: number, weights: Float64Array): void {
  const pivot = numberAt(weights, place)
  for (let column = place * rows; column < (place + 1) * rows; column += 1) {
    entries[column] = numberAt(entries, column) / pivot
  }
  for (let row = 0; row < rows; row += 1) {
    const weight = numberAt(weights, row)
    if (row === place || weight === 0) continue
    for (let column = 0; column < rows; column += 1) {
      const change = weight * numberAt(entries, place * rows + column)
      entries[row * rows + column] = numberAt(entries, row * rows + column) - change
    }
  }
}
