/** Returns the sentence that `words` has under `done`; null if it has none. */
export function sentenceOf(words: Readonly<Record<string, string>>, done: string | undefined): string | null {
  return done !== undefined && Object.hasOwn(words, done) ? (words[done] ?? null) : null
}
