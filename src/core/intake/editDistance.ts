/** For an unknown word we suggest the nearest known word. */

/**
 * Returns the fewest insertions, deletions, exchanges and swaps of neighbouring letters that turn one word into the
 * other. Optimal string alignment: Damerau, A technique for computer detection and correction of spelling errors,
 * Communications of the ACM 7 (1964).
 */
export function editDistance(one: string, other: string): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const exchange = one[row - 1] === other[column - 1] ? 0 : 1
      const steps = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + exchange,
      )
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(swapped ? Math.min(steps, at(twoAbove, column - 2) + 1) : steps)
    }
    twoAbove = above
    above = current
  }
  return at(above, other.length)
}

function at(numbers: readonly number[], place: number): number {
  return numbers[place] ?? Number.POSITIVE_INFINITY
}

/** Longer words are not compared: no known word is as long. */
const longestCompared = 80

/**
 * Returns the candidate nearest to `word`, or undefined if none is near: no more than a third of the word's letters,
 * and never more than five, may differ. Of two that are equally near it returns the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.min(5, Math.floor(word.length / 3))
  if (word.length > longestCompared) return undefined
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue
    const distance = editDistance(word, candidate)
    if (distance <= allowed && (best === undefined || distance < best.distance))
      best = { candidate, distance }
  }
  return best?.candidate
}
