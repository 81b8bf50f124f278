import { type EntryRef, type EntryVersion, entryName, isUnconfirmed } from './entry.ts'

export type StoredEntry = EntryRef & EntryVersion

/** The current entries of one case, by what they are about. */
export type CurrentEntries = {
  readonly all: readonly StoredEntry[]
  readonly find: (ref: EntryRef) => StoredEntry | undefined
  /** The answer to a question, or null if there is none. */
  readonly answer: (question: string) => string | null
  readonly fact: (id: string) => string | null
}

/** Returns the current entries of a case, ready to be looked up. `all` has one version of each entry. */
export function currentEntries(all: readonly StoredEntry[]): CurrentEntries {
  const byName = new Map(all.map((entry) => [entryName(entry), entry]))
  const find = (ref: EntryRef) => byName.get(entryName(ref))
  return {
    all,
    find,
    answer: (item) => find({ kind: 'answer', item })?.value ?? null,
    fact: (item) => find({ kind: 'fact', item })?.value ?? null,
  }
}

/**
 * Returns how many entries people have written. Facts from the case list do not mean that work on the case has begun.
 */
export function countWritten({ all }: CurrentEntries): number {
  return all.filter((entry) => entry.value !== null && !isUnconfirmed(entry)).length
}
