/**
 * The flight phase of the cube method: shares are moved to 0 or 1 without changing any balancing total. Deville and
 * Tillé, "Efficient balanced sampling: the cube method", Biometrika 91 (2004), 893–912; in the order of Chauvet and
 * Tillé, "A fast algorithm for balanced sampling", Computational Statistics 21 (2006), 53–62, which adds one unit after
 * another and moves as soon as those added allow a direction. The units that cannot be moved yet are a basis with its
 * inverse, as in the revised simplex method.
 */
import { type BasisInverse, exchange, unitInverse, weightsOf } from './basisInverse.ts'
import { isOpen, numberAt, settled } from './numbers.ts'
import type { Chance } from './seededChance.ts'

/** The rows in which a unit counts one; a row's total is a balancing total. */
export type UnitRows = readonly number[]

/** After this many units the basis is calculated from scratch, so that its rounding errors do not grow. */
const unitsForEachBasis = 64

/**
 * Moves `shares` (0 to 1, one for each unit) until no more than `rows` of them are open, without changing any row's
 * total or any share's expectation. Units are moved in the order of the list.
 */
export function fly(
  shares: readonly number[],
  units: readonly UnitRows[],
  rows: number,
  chance: Chance,
): readonly number[] {
  const moved = Float64Array.from(shares)
  let open: readonly number[] = []
  for (let start = 0; start < units.length; start += unitsForEachBasis) {
    const next = [...units.keys()].slice(start, start + unitsForEachBasis)
    const basis: Basis = { units: new Int32Array(rows).fill(-1), inverse: unitInverse(rows) }
    for (const unit of [...open, ...next]) {
      if (isOpen(numberAt(moved, unit)))
        takeIn(unit, weightsOf(basis.inverse, units[unit] ?? []), { basis, shares: moved, chance })
    }
    open = [...basis.units].filter((unit) => unit !== -1 && isOpen(numberAt(moved, unit)))
  }
  return [...moved]
}

/** The units whose columns are in the basis, or -1 for an empty place. */
type Basis = { readonly units: Int32Array; readonly inverse: BasisInverse }

/** The units being moved, with their shares. */
type Flight = { readonly basis: Basis; readonly shares: Float64Array; readonly chance: Chance }

/** Adds a unit to the basis if it is independent of the others; otherwise moves until it or another is settled. */
function takeIn(unit: number, weights: Float64Array, flight: Flight): void {
  const { basis, shares } = flight
  let place = heaviest(weights, (candidate) => isFixed(candidate, flight))
  if (place === -1) {
    move(unit, weights, flight)
    if (!isOpen(numberAt(shares, unit))) return
    place = heaviest(weights, (candidate) => isFixed(candidate, flight))
  }
  if (place === -1) return
  basis.units[place] = unit
  exchange(basis.inverse, place, weights)
}

/** A place without a unit, or whose unit is settled, cannot move. */
function isFixed(place: number, { basis, shares }: Flight): boolean {
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
function move(unit: number, weights: Float64Array, flight: Flight): void {
  const { basis, shares, chance } = flight
  const up = farthest(unit, weights, flight, 1)
  const down = farthest(unit, weights, flight, -1)
  const step = chance.share() * (up + down) < down ? up : -down
  shares[unit] = settled(numberAt(shares, unit) + step)
  for (let place = 0; place < weights.length; place += 1) {
    const weight = numberAt(weights, place)
    if (weight === 0) continue
    const other = numberAt(basis.units, place)
    shares[other] = settled(numberAt(shares, other) - step * weight)
  }
}

function farthest(unit: number, weights: Float64Array, { basis, shares }: Flight, sign: 1 | -1): number {
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
