/**
 * The unit of writing. An entry is one thing that is said about one case: an answer, a note, a fact, or the mark of
 * a practice example. Each is written, versioned and contested by itself.
 */

export const entryKinds = ['answer', 'note', 'fact', 'practice'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Which entry of a case. `item` is the question, or the fact, that it is about. */
export type EntryRef = { readonly kind: EntryKind; readonly item: string }

/** What is said. `value` is null where it was taken back. */
export type EntryValue = {
  readonly value: string | null
  /** Of an answer its reason; of a practice example the changed name; null where there is none. */
  readonly detail: string | null
}

/** `personId` is null for the command line. The name is the one the person had at the time. */
export type Author = { readonly personId: string | null; readonly name: string }

/** Stands as the author of what a case list said, until an inspector confirms or corrects it. */
export const caseListAuthor: Author = { personId: null, name: 'the case list' }

/** Stands as the author of when the timetable has the interview, until an inspector confirms or corrects it. */
export const timetableAuthor: Author = { personId: null, name: 'the timetable' }

/** Whether an entry says only what the case list or the timetable said: nobody has confirmed it yet. */
export function isUnconfirmed({ author }: { readonly author: Author }): boolean {
  return (
    author.personId === null && [caseListAuthor, timetableAuthor].some(({ name }) => name === author.name)
  )
}

/** One value that an entry has, or had. Versions count from 1 without a gap; the last is the current one. */
export type EntryVersion = EntryValue & {
  readonly version: number
  readonly author: Author
  /** ISO instant. */
  readonly at: string
}

/** A value to write, with the version of the entry that its author saw: 0 where there was none. */
export type EntryWrite = EntryValue & { readonly sawVersion: number }

export function sameValue(one: EntryValue, other: EntryValue): boolean {
  return one.value === other.value && one.detail === other.detail
}

/** An entry in one word, for keys of maps and for the subject of an audit event: `answer 2.1.1.a`. */
export function entryName({ kind, item }: EntryRef): string {
  return `${kind} ${item}`
}
