/** Where the value of an entry is, by a name for each state: what a page shows next to its field. */
import type { EntryValue } from '../entry.ts'
import type { Explanation, StoredReply } from './writeReply.ts'

/** Where a value is that no server has acknowledged: being written to the device, on it, or only in the open page. */
export type UnsentPlace = 'storing' | 'device' | 'page'

export type UnsentStatus =
  | { readonly name: 'stored' | 'signed-out'; readonly place: UnsentPlace }
  | ({ readonly name: 'waiting' | 'refused'; readonly place: UnsentPlace } & Explanation)

/** The server has stored `sent`. */
export type SentStatus = StoredReply & { readonly sent: EntryValue }

export type EntryStatus =
  /** Typed, and not yet on the device. */
  | { readonly name: 'storing' }
  | UnsentStatus
  | { readonly name: 'sending' }
  | SentStatus
  /** No longer on this device, and nothing was heard of it: another tab discarded it. */
  | { readonly name: 'gone' }

/** The names of the states in which the server has stored a value. */
const sentNames: readonly EntryStatus['name'][] = ['saved', 'in-conflict', 'after-hand-in', 'for-lead']

/** Whether the server has stored a value of this status. */
export function isSent(name: EntryStatus['name']): boolean {
  return sentNames.includes(name)
}

/** Whether the server has stored the value, and which it is. */
export function isSentStatus(status: EntryStatus): status is SentStatus {
  return isSent(status.name)
}
