import { percentHalfUp } from '../kernel/percent.ts'

/**
 * With fewer cases one answer changes a percentage by more than five points. Below this size, rates in youth justice
 * are by custom shown with a warning. It does not change a rating.
 */
const smallBase = 20

/** Returns the warning for a percentage of `base` cases, or null if there are enough of them. */
export function smallBaseWarning(base: number): string | null {
  if (base < 1 || base >= smallBase) return null
  if (base === 1) return 'Small number of cases: a percentage stands on a base of 1 case. Read it with care.'
  return `Small number of cases: on a base of ${base} cases, one answer moves a percentage by about ${percentHalfUp(1, base)} points. Read these percentages with care.`
}
