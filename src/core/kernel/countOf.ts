/**
 * Returns a count with its noun: `countOf(1, 'case')` is "1 case", `countOf(3, 'case')` is "3 cases". `many` is the
 * plural, if it is not the noun with an s. Where the verb or the rest of the sentence changes with the number, write
 * both sentences in full.
 */
export function countOf(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${nounFor(count, noun, many)}`
}

/** Returns the noun for a count that is printed in another place: "case" for 1, otherwise `many`. */
export function nounFor(count: number, noun: string, many = `${noun}s`): string {
  return count === 1 ? noun : many
}
