/** What is typed reaches the store, to the last letter, before it is said to be there. */
import { type EntryValue, sameValue } from '../entry.ts'
import { isSent } from './entryStatus.ts'
import {
  andThen,
  newKey,
  placeOf,
  type QueueEvent,
  type QueueState,
  type QueueStep,
  startTimer,
  step,
  stopTimer,
  tell,
  typingOf,
  withTyping,
} from './queueState.ts'
import {
  type EntryId,
  entryOfRecord,
  type RecordChange,
  type RecordId,
  type UnsentRecord,
} from './unsentRecord.ts'

/** A text that changed with every letter would flicker next to the field. */
const announcePauseMs = 200

/** Takes in what was typed. If typing is quicker than the store, the last of what was typed meanwhile is written next. */
export function typeEntry(
  state: QueueState,
  { entry, typed, delayMs, at }: Extract<QueueEvent, { kind: 'typed' }>,
): QueueStep {
  const { own, writing } = typingOf(state, entry)
  const stopped = own === null ? step(state) : stopTimer(state, own.id)
  const last = { typed, delayMs, at }
  const written = andThen(stopped, (now) =>
    writing === null
      ? write(withTyping(now, entry, { writing: last, sent: null }), entry)
      : step(withTyping(now, entry, { next: last, sent: null })),
  )
  return andThen(written, (now) => {
    const id = typingOf(now, entry).own?.id
    return id === undefined ? step(now) : tell(now, id, { name: 'storing' })
  })
}

/** Asks the store to write what is typed in the entry to the record of this page, or to a new one. */
function write(state: QueueState, entry: EntryId): QueueStep {
  const { own, writing, version } = typingOf(state, entry)
  if (writing === null) return step(state)
  if (own === null) {
    const { key, state: counted } = newKey(state)
    return write(
      withTyping(counted, entry, { own: { id: `${entry} ${key}`, put: null, isTyped: true } }),
      entry,
    )
  }
  const typed = { ...writing.typed, version: Math.max(writing.typed.version, version) }
  const change = {
    kind: 'type',
    id: own.id,
    typed,
    put: own.put,
    person: state.person,
    at: writing.at,
  } as const
  return step(state, { kind: 'change', change })
}

/** Goes on after the store has written, and says a little later that it has. */
export function wroteTyped(
  state: QueueState,
  change: Extract<RecordChange, { kind: 'type' }>,
  record: UnsentRecord | undefined,
): QueueStep {
  const { id, typed } = change
  const entry = entryOfRecord(id)
  const { writing, next } = typingOf(state, entry)
  if (writing === null) return step(state)
  // Another tab has typed in this record: what is typed here gets one of its own.
  if (record === undefined || !sameValue(record, typed))
    return write(withTyping(state, entry, { own: null }), entry)
  const put = { value: typed.value, detail: typed.detail }
  const stored = withTyping(state, entry, { own: { id, put, isTyped: true }, writing: next, next: null })
  if (next !== null) return write(stored, entry)
  const pauseMs = Math.min(writing.delayMs, announcePauseMs)
  return startTimer(stored, id, { name: 'announce', thenMs: writing.delayMs - pauseMs }, pauseMs)
}

/**
 * Goes on in a record of an earlier page or another tab, unless something is typed here in a record of its own, or it was
 * heard to be sent. What another tab has typed over what was typed here is shown here as well.
 */
export function findRecord(state: QueueState, record: UnsentRecord): QueueStep {
  const entry = entryOfRecord(record.id)
  const { own, writing, sent } = typingOf(state, entry)
  const hasOther = writing !== null || (own !== null && own.id !== record.id)
  const isShown = own?.put != null && sameValue(own.put, record)
  const isHeard = sent?.id === record.id && sameValue(sent.status.sent, record)
  if (hasOther || isShown || isHeard) return step(state)
  const value: EntryValue = { value: record.value, detail: record.detail }
  const found = withTyping(state, entry, { own: { id: record.id, put: value, isTyped: false } })
  return andThen(step(found, { kind: 'fill', entry, value }), (now) =>
    tell(now, record.id, { name: 'stored', place: placeOf(now, record.id) }),
  )
}

/** Lets go of a record if it is this page's and nothing but `sent` was typed in it, since the server has stored that. */
export function letGo(state: QueueState, id: RecordId, sent: EntryValue): QueueStep {
  const entry = entryOfRecord(id)
  const { own, writing } = typingOf(state, entry)
  if (own?.id !== id || own.put === null || writing !== null || !sameValue(own.put, sent)) return step(state)
  return stopTimer(withTyping(state, entry, { own: null }), own.id)
}

/** Whether the page shows the value of an entry as not sent. */
export function showsUnsent(state: QueueState, entry: EntryId): boolean {
  const { status } = typingOf(state, entry)
  return status !== null && status !== 'gone' && !isSent(status)
}
