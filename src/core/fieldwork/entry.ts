/**
 * The unit of writing. An entry is one statement about one case: an answer, a note, a fact, or the rating of a practice
 * example. Each has its own versions and conflicts.
 */

export const entryKinds = ['answer', 'note', 'fact', 'practice'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Identifies an entry of a case. `item` is the question, or the fact, that it is about. */
export type EntryRef = { readonly kind: EntryKind; readonly item: string }

/** What is recorded. `value` is null if it was removed. */
export type EntryValue = {
  readonly value: string | null
  /** The reason of an answer, or the changed name of a practice example; null if there is none. */
  readonly detail: string | null
}

/** `personId` is null for the command line. The name is the one the person had at the time. */
export type Author = { readonly personId: string | null; readonly name: string }

/** The author of what a case list says, until an inspector confirms or corrects it. */
export const caseListAuthor: Author = { personId: null, name: 'the case list' }

/** The author of the time of an interview from the timetable, until an inspector confirms or corrects it. */
export const timetableAuthor: Author = { personId: null, name: 'the timetable' }

/** Returns whether an entry is only what the case list or the timetable says, and nobody has confirmed it. */
export function isUnconfirmed({ author }: { readonly author: Author }): boolean {
  return (
    author.personId === null && [caseListAuthor, timetableAuthor].some(({ name }) => name === author.name)
  )
}

/** A value that an entry has or had. Versions count from 1 without gaps; the last is current. */
export type EntryVersion = EntryValue & {
  readonly version: number
  readonly author: Author
  /** ISO instant. */
  readonly at: string
}

/** A value to write, with the version of the entry that its author saw: 0 if there was none. */
export type EntryWrite = EntryValue & { readonly sawVersion: number }

/** Returns whether two entries have the same value and the same detail. */
export function sameValue(one: EntryValue, other: EntryValue): boolean {
  return one.value === other.value && one.detail === other.detail
}

/** Returns the name of an entry, for keys of maps and for the subject of an audit event: `answer 2.1.1.a`. */
export function entryName({ kind, item }: EntryRef): string {
  return `${kind} ${item}`
}
