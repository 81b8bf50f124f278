/**
 * What was typed in one entry and no server has acknowledged, as a browser stores it. All that is done to a record is
 * here as one pure change for each transaction of the store, so that several tabs cannot undo each other's.
 */
import { type EntryKind, type EntryRef, type EntryValue, sameValue } from '../entry.ts'

/** The person, the address of the case in the API, and the kind and item of the entry: `p1 /api/v1/… note 2.1.1`. */
export type EntryId = string
/** The entry and a key of its own: two tabs that type in one entry have a record each. */
export type RecordId = string

/** What is typed in an entry now, and the version that its page shows. */
export type TypedEntry = EntryRef & EntryValue & { readonly api: string; readonly version: number }

/** A value that may be at the server already: it is sent again as it was, with its key, before anything newer. */
export type SentValue = EntryValue & {
  /** The version that its author saw. */
  readonly base: number
  readonly key: string
}

/** Stored under these names since the first version of the scripts: a browser may hold records for months. */
export type UnsentRecord = EntryRef &
  EntryValue & {
    readonly id: RecordId
    readonly person: string
    readonly api: string
    readonly base: number
    readonly sending: SentValue | null
    /** When it was typed, an ISO instant by the clock of the device. */
    readonly at: string
  }

export type RecordChange = { readonly id: RecordId } & (
  | {
      readonly kind: 'type'
      readonly typed: TypedEntry
      /** What the page put into the record last; null for a record of its own that it has not written yet. */
      readonly put: EntryValue | null
      readonly person: string
      readonly at: string
    }
  /** Marks what is sent now. `key` is for a value that was not sent before. */
  | { readonly kind: 'send'; readonly key: string }
  /** The server failed over the value: it must not keep back a later one. */
  | { readonly kind: 'fail'; readonly key: string }
  /** The server refused the value: it stays, and can be changed, downloaded or discarded. */
  | { readonly kind: 'refuse'; readonly key: string }
  /** The server has stored the value, as this version or, if null, next to the current one. */
  | { readonly kind: 'acknowledge'; readonly key: string; readonly version: number | null }
  /** Removes the record, unless something else was typed in it meanwhile. */
  | { readonly kind: 'discard'; readonly value: EntryValue }
)

/** Returns the entry of a record: its id without the key at the end. */
export function entryOfRecord(id: RecordId): EntryId {
  return id.slice(0, id.lastIndexOf(' '))
}

/** Returns the record after a change; undefined if none is left. `present` is undefined if there is none before. */
function changeRecord(present: UnsentRecord | undefined, change: RecordChange): UnsentRecord | undefined {
  if (change.kind === 'type') return withTyped(present, change)
  if (present === undefined) return undefined
  const { sending } = present
  switch (change.kind) {
    case 'send':
      return { ...present, sending: sending ?? { ...typedIn(present), base: present.base, key: change.key } }
    case 'fail':
      // If the server stored it in spite of its failure, the later value is saved next to it as a conflict.
      return sending?.key === change.key && !sameValue(present, sending)
        ? { ...present, sending: null }
        : present
    case 'refuse':
      return sending?.key === change.key ? { ...present, sending: null } : present
    case 'acknowledge':
      if (sending?.key !== change.key) return present
      if (sameValue(present, sending)) return undefined
      return { ...present, sending: null, base: change.version ?? present.base }
    case 'discard':
      return sameValue(present, change.value) ? undefined : present
  }
}

/** A record that the device had no room for: it is only in one page. */
export type PageRecord = {
  readonly record: UnsentRecord
  /** What was on the device in its place; undefined if nothing was. */
  readonly over: UnsentRecord | undefined
}

/**
 * Returns a record after a change, and whether that belongs on the device. It does not if this page has a newer value of
 * its own, for which there was no room, and another tab has changed the record on the device since: each keeps its own.
 */
export function changeNextTo(
  stored: UnsentRecord | undefined,
  inPage: PageRecord | undefined,
  change: RecordChange,
): { readonly record: UnsentRecord | undefined; readonly isForDevice: boolean } {
  if (inPage === undefined) return { record: changeRecord(stored, change), isForDevice: true }
  const { record, over } = inPage
  const isUntouched = stored === undefined || (over !== undefined && isSameRecord(stored, over))
  return { record: changeRecord(record, change), isForDevice: isUntouched }
}

function isSameRecord(first: UnsentRecord, second: UnsentRecord): boolean {
  return sameValue(first, second) && first.sending?.key === second.sending?.key
}

function withTyped(
  present: UnsentRecord | undefined,
  { id, typed, put, person, at }: Extract<RecordChange, { kind: 'type' }>,
): UnsentRecord {
  // Another tab typed here meanwhile: its value stays in its record.
  if (present !== undefined && put !== null && !sameValue(present, put)) return present
  const { version, ...rest } = typed
  // While an earlier value is on its way, its answer brings the version to write on.
  return { ...rest, id, person, at, base: present?.base ?? version, sending: present?.sending ?? null }
}

function typedIn({ value, detail }: EntryValue): EntryValue {
  return { value, detail }
}

/** How the API names the parts of each kind of entry. */
const apiNames: Readonly<Record<EntryKind, { folder: string; value: string; detail: string | null }>> = {
  answer: { folder: 'answers', value: 'answer', detail: 'reason' },
  note: { folder: 'notes', value: 'text', detail: null },
  fact: { folder: 'facts', value: 'value', detail: 'detail' },
  practice: { folder: 'practice', value: 'mark', detail: 'changedName' },
}

/** Returns the address and the body, as JSON, of the request that writes `sent` to the entry of a record. */
export function writeRequest(
  { api, kind, item }: Pick<UnsentRecord, 'api' | 'kind' | 'item'>,
  sent: EntryValue,
): { readonly address: string; readonly body: string } {
  const { folder, value, detail } = apiNames[kind]
  const body = { [value]: sent.value, ...(detail === null ? {} : { [detail]: sent.detail }) }
  return { address: `${api}/${folder}/${encodeURIComponent(item)}`, body: JSON.stringify(body) }
}
