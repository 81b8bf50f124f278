/** Reading numbers out of lists whose length is known, in the arithmetic of a draw. */

/** A share nearer to 0 or 1 than this is there except for rounding. */
const shareTolerance = 1e-12

/** Returns the number at `index`. Throws if there is none, which would be a fault of the method. */
export function numberAt(numbers: ArrayLike<number>, index: number): number {
  const number = numbers[index]
  if (number === undefined) throw new RangeError(`no number at ${index}`)
  return number
}

/** Returns a share, set to exactly 0 or 1 if only rounding keeps it from it. */
export function settled(share: number): number {
  if (share < shareTolerance) return 0
  return share > 1 - shareTolerance ? 1 : share
}

/** Returns whether a share is neither 0 nor 1. */
export function isOpen(share: number): boolean {
  return share > 0 && share < 1
}
