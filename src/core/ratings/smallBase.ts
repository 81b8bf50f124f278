import { percentHalfUp } from '../kernel/percent.ts'

/**
 * Below this many cases one answer moves a percentage by more than five points. It is the size under which
 * rates in youth justice are by custom shown with a warning. It warns and changes no rating.
 */
const smallBase = 20

/** The warning that goes with a percentage of `base` cases, or null where there are enough of them. */
export function smallBaseWarning(base: number): string | null {
  if (base < 1 || base >= smallBase) return null
  if (base === 1) return 'Small number of cases: a percentage stands on a base of 1 case. Read it with care.'
  return `Small number of cases: on a base of ${base} cases, one answer moves a percentage by about ${percentHalfUp(1, base)} points. Read these percentages with care.`
}
