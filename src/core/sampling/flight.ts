/**
 * The flight phase of the cube method: shares are moved to 0 or 1 without changing any balancing total.
 *
 * Deville and Tillé, "Efficient balanced sampling: the cube method", Biometrika 91 (2004), 893–912; in the order of
 * Chauvet and Tillé, "A fast algorithm for balanced sampling", Computational Statistics 21 (2006), 53–62, which takes
 * in one unit after the other and moves as soon as those taken in allow a direction. The units that cannot yet be moved
 * are kept as a basis with its inverse, as the revised simplex method keeps one.
 */
import { isOpen, numberAt, settled, tolerance } from './numbers.ts'
import type { Chance } from './seededChance.ts'

/** The rows in which a unit counts one; a row's total is a balancing total. */
export type UnitRows = readonly number[]

/**
 * Moves `shares` (0 to 1, one for each unit) until no more than `rows` of them are open, keeping every row's total and
 * each share's expectation. Units are taken in the order given.
 */
export function fly(
  shares: readonly number[],
  units: readonly UnitRows[],
  rows: number,
  chance: Chance,
): readonly number[] {
  const moved = Float64Array.from(shares)
  const basis = emptyBasis(rows)
  for (const [unit, unitRows] of units.entries()) {
    if (isOpen(numberAt(moved, unit))) takeIn(unit, weightsOf(basis, unitRows), basis, moved, chance)
  }
  return [...moved]
}

/** Units, or -1 for a place not yet taken, whose columns together span every row; and the inverse of that matrix. */
type Basis = { readonly rows: number; readonly units: Int32Array; readonly inverse: Float64Array }

function emptyBasis(rows: number): Basis {
  const inverse = new Float64Array(rows * rows)
  for (let row = 0; row < rows; row += 1) inverse[row * rows + row] = 1
  return { rows, units: new Int32Array(rows).fill(-1), inverse }
}

/** The column of a unit as a sum of the columns of the basis. */
function weightsOf({ rows, inverse }: Basis, unitRows: UnitRows): Float64Array {
  const weights = new Float64Array(rows)
  for (let place = 0; place < rows; place += 1) {
    let weight = 0
    for (const row of unitRows) weight += numberAt(inverse, place * rows + row)
    weights[place] = Math.abs(weight) < tolerance ? 0 : weight
  }
  return weights
}

/** Takes a unit into the basis where it is free of the others; otherwise moves until it or another is settled. */
function takeIn(unit: number, weights: Float64Array, basis: Basis, shares: Float64Array, chance: Chance): void {
  let place = heaviest(weights, (candidate) => isFixed(candidate, basis, shares))
  if (place === -1) {
    move(unit, weights, basis, shares, chance)
    if (!isOpen(numberAt(shares, unit))) return
    place = heaviest(weights, (candidate) => isFixed(candidate, basis, shares))
  }
  if (place !== -1) exchange(place, unit, weights, basis)
}

/** A place that no unit has taken, or whose unit is settled, cannot move. */
function isFixed(place: number, basis: Basis, shares: Float64Array): boolean {
  const unit = numberAt(basis.units, place)
  return unit === -1 || !isOpen(numberAt(shares, unit))
}

function heaviest(weights: Float64Array, among: (place: number) => boolean): number {
  let best = -1
  let most = 0
  for (let place = 0; place < weights.length; place += 1) {
    const weight = Math.abs(numberAt(weights, place))
    if (weight > most && among(place)) {
      best = place
      most = weight
    }
  }
  return best
}

/**
 * Moves the unit up and the basis against it, or the other way, as far as the shares allow; the chances of the two are
 * such that no share changes in expectation.
 */
function move(unit: number, weights: Float64Array, basis: Basis, shares: Float64Array, chance: Chance): void {
  const up = farthest(unit, weights, basis, shares, 1)
  const down = farthest(unit, weights, basis, shares, -1)
  const step = chance.share() * (up + down) < down ? up : -down
  shares[unit] = settled(numberAt(shares, unit) + step)
  for (let place = 0; place < weights.length; place += 1) {
    const weight = numberAt(weights, place)
    if (weight === 0) continue
    const other = numberAt(basis.units, place)
    shares[other] = settled(numberAt(shares, other) - step * weight)
  }
}

function farthest(unit: number, weights: Float64Array, basis: Basis, shares: Float64Array, sign: 1 | -1): number {
  let limit = room(numberAt(shares, unit), sign)
  for (let place = 0; place < weights.length; place += 1) {
    const weight = numberAt(weights, place)
    if (weight === 0) continue
    const share = numberAt(shares, numberAt(basis.units, place))
    limit = Math.min(limit, room(share, -sign * weight) / Math.abs(weight))
  }
  return limit
}

/** How far a share can go in the direction of `sign`. */
function room(share: number, sign: number): number {
  return sign > 0 ? 1 - share : share
}

/** Puts a unit in the place of another and brings the inverse up to date. */
function exchange(place: number, unit: number, weights: Float64Array, { rows, units, inverse }: Basis): void {
  units[place] = unit
  const pivot = numberAt(weights, place)
  for (let column = 0; column < rows; column += 1) {
    inverse[place * rows + column] = numberAt(inverse, place * rows + column) / pivot
  }
  for (let row = 0; row < rows; row += 1) {
    const weight = numberAt(weights, row)
    if (row === place || weight === 0) continue
    for (let column = 0; column < rows; column += 1) {
      const change = weight * numberAt(inverse, place * rows + column)
      inverse[row * rows + column] = numberAt(inverse, row * rows + column) - change
    }
  }
}
