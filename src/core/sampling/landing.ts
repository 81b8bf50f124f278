/**
 * The landing phase of the cube method: the few shares still open become 0 or 1, and no balancing total leaves the two
 * whole numbers about its own value wherever that can be.
 *
 * Deville and Tillé (Biometrika 91, 2004, section 6) look for the best distribution over all samples by linear
 * programming, which takes time exponential in the shares. Here the point of open shares is taken apart into samples
 * one by one (Carathéodory): a sample within all bounds is found by search, the one that can be given the greatest
 * chance; with that chance it is the outcome, otherwise the point goes on away from it, to where another share or
 * bound is reached. Each share keeps its expectation exactly, whatever samples are found.
 */
import { isOpen, numberAt, settled, tolerance } from './numbers.ts'
import { type Search, searchSample } from './sampleSearch.ts'
import type { Chance } from './seededChance.ts'

/** A total over units that is to end between two whole numbers. */
export type BoundedTotal = { readonly units: readonly number[]; lowest: number; highest: number }

/** Every share becomes 0 or 1. The first of `totals` is the size, whose bounds are never widened. */
export function land(
  shares: readonly number[],
  totals: readonly BoundedTotal[],
  chance: Chance,
): readonly number[] {
  let point = [...shares]
  const bounds = totals.map((total) => ({ ...total }))
  while (point.some(isOpen)) {
    const sample = likeliestSample(point, bounds) ?? leastStraying(point, bounds)
    const weight = greatestWeight(point, bounds, sample)
    if (chance.share() < weight) return sample
    point = point.map((share, unit) => settled((share - weight * numberAt(sample, unit)) / (1 - weight)))
  }
  return point
}
