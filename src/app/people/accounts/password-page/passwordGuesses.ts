/** How many guesses a password would take, by the lists and patterns that guessing programs begin with. */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** How many letters are checked: the cost grows with them, and what is longer is hard to guess by its start. */
const mostLetters = 48
/** Ten thousand million, which zxcvbn rates as very hard to guess, even for someone who has stolen the hash. */
const leastGuesses = 1e10

let estimator: Promise<ZxcvbnFactory> | undefined

/**
 * Returns whether `password` would be among the first guesses: common passwords, keyboard patterns, dates, repetitions,
 * and `words` that anyone would try who knows the person and this product, decorated or not.
 */
export async function isGuessedFirst(password: string, words: readonly string[]): Promise<boolean> {
  estimator ??= makeEstimator()
  const known = new Set(words.flatMap(waysToWrite).filter((word) => word.length > 2))
  const { guesses } = (await estimator).check(password.slice(0, mostLetters), [...known])
  return guesses < leastGuesses
}

/** A name or address as a password may contain it: whole, in its parts, and joined in other ways. */
function waysToWrite(text: string): readonly string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u)
  return [text, ...parts, ...['', '.', '_', '-'].map((sign) => parts.join(sign))]
}

/** Loaded when someone first sets a password: the list of common ones takes time to load. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const { ZxcvbnFactory: Factory } = await import('@zxcvbn-ts/core')
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common')
  // Trying many spellings of each word costs more than the little that it finds.
  return new Factory({ dictionary, graphs: adjacencyGraphs, l33tMaxSubstitutions: 10 })
}
