/** Reading numbers out of lists whose length is known, in the arithmetic of a draw. */

/** A share nearer to 0 or 1 than this is there but for rounding. */
const shareTolerance = 1e-12

/** The number at `index`. Throws where there is none, which would be a fault of the method. */
export function numberAt(numbers: ArrayLike<number>, index: number): number {
  const number = numbers[index]
  if (number === undefined) throw new RangeError(`no number at ${index}`)
  return number
}

/** A share that stands at 0 or 1 but for rounding, put there exactly. */
export function settled(share: number): number {
  if (share < shareTolerance) return 0
  return share > 1 - shareTolerance ? 1 : share
}

export function isOpen(share: number): boolean {
  return share > 0 && share < 1
}
