/** Names that replace the references of cases wherever the references may not be shown. */

/** Without I, L, O and U: nothing can be misread and nothing spells a word. Crockford's base 32. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 6

/**
 * Returns `C-` and six letters from six random numbers, each 0 to 255: nothing of the reference is in it. Throws if
 * there are fewer numbers.
 */
export function pseudonymFrom(chance: readonly number[]): string {
  if (chance.length < length) throw new RangeError(`a pseudonym needs ${length} numbers of chance`)
  return `C-${chance
    .slice(0, length)
    .map((number) => letters[number % letters.length])
    .join('')}`
}

/**
 * Returns a pseudonym for every reference: the one it has, so that a case keeps its name in later versions, or a new
 * one from `draw` that no other case of the inspection has.
 */
export function givePseudonyms(
  references: readonly string[],
  known: ReadonlyMap<string, string>,
  draw: () => string,
): ReadonlyMap<string, string> {
  const taken = new Set(known.values())
  const all = new Map<string, string>()
  for (const reference of references) {
    let pseudonym = known.get(reference) ?? all.get(reference)
    while (pseudonym === undefined) {
      const drawn = draw()
      if (!taken.has(drawn)) pseudonym = drawn
    }
    taken.add(pseudonym)
    all.set(reference, pseudonym)
  }
  return all
}
