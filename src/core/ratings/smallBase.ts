import { percentHalfUp } from '../kernel/percent.ts'

/**
 * With fewer cases, one answer changes a percentage by more than five points. Rates in youth justice are usually shown
 * with a warning below this size. It does not change a rating.
 */
const smallBase = 20

/** Returns the warning for a percentage of `base` cases, or null if there are enough of them. */
export function smallBaseWarning(base: number): string | null {
  if (base < 1 || base >= smallBase) return null
  if (base === 1) return 'Small number of cases: the percentage has a base of 1 case. Interpret it with care.'
  return `Small number of cases: with a base of ${base} cases, one answer changes a percentage by about ${percentHalfUp(1, base)} points. Interpret these percentages with care.`
}
