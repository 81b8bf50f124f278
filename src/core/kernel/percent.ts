import type { Brand } from './brand.ts'

/** A whole per cent, 0 to 100. */
export type WholePercent = Brand<number, 'WholePercent'>

/** Returns `value` as a whole per cent, or undefined if it is not one. */
export function wholePercent(value: number): WholePercent | undefined {
  return isWholePercent(value) ? value : undefined
}

function isWholePercent(value: number): value is WholePercent {
  return Number.isInteger(value) && value >= 0 && value <= 100
}

/**
 * Returns `part` of `whole` in whole per cent, halves up, in integers: 11 of 17 is 65, 15 of 24 is 63. Edition
 * yos-2021, annexe 2; worked out from Bedfordshire 3.3, where 64.7 is printed 65 and rated good. Throws if the counts
 * are not whole, `whole` is not above zero or `part` is outside 0 to `whole`.
 */
export function percentHalfUp(part: number, whole: number): WholePercent {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || whole <= 0 || part < 0 || part > whole) {
    throw new RangeError(`no percentage of ${part} in ${whole}`)
  }
  const percent = Math.floor((200 * part + whole) / (2 * whole))
  if (!isWholePercent(percent)) throw new RangeError(`${part} in ${whole} is not a percentage`)
  return percent
}
