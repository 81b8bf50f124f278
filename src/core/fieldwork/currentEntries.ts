import { type EntryRef, type EntryVersion, entryName, isUnconfirmed } from './entry.ts'

export type StoredEntry = EntryRef & EntryVersion

/** The current entries of one case, to be asked for by what they are about. */
export type CurrentEntries = {
  readonly all: readonly StoredEntry[]
  readonly find: (ref: EntryRef) => StoredEntry | undefined
  /** The answer to a question, or null where there is none. */
  readonly answer: (question: string) => string | null
  readonly fact: (id: string) => string | null
}

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

/** How many entries people have written. What beginning takes over from the case list starts no case. */
export function countWritten({ all }: CurrentEntries): number {
  return all.filter((entry) => entry.value !== null && !isUnconfirmed(entry)).length
}
