/** A record is sent to the server, by one tab at a time, until the server has acknowledged it. */
import { sameValue } from '../entry.ts'
import type { SentStatus, UnsentStatus } from './entryStatus.ts'
import {
  andThen,
  deliveryOf,
  newKey,
  placeOf,
  type QueueState,
  type QueueStep,
  startTimer,
  step,
  stopTimer,
  tell,
  typingOf,
  withDelivery,
  withTyping,
} from './queueState.ts'
import { findRecord, letGo, showsUnsent } from './typeEntry.ts'
import { entryOfRecord, type RecordId, type SentValue, type UnsentRecord } from './unsentRecord.ts'
import { isStored, type StoredReply, type WriteReply } from './writeReply.ts'

const longestWaitMs = 15_000
const shortestWaitMs = 1_000

/** Starts to send a record; if that goes on already, it is sent again after it. */
export function send(state: QueueState, id: RecordId): QueueStep {
  return andThen(stopTimer(state, id), (now) =>
    deliveryOf(now, id).phase.name === 'idle'
      ? step(withDelivery(now, id, { phase: { name: 'locking' }, again: false }), { kind: 'lock', id })
      : step(withDelivery(now, id, { again: true })),
  )
}

/** Marks in the store what is sent now. */
export function claim(state: QueueState, id: RecordId): QueueStep {
  const { key, state: counted } = newKey(state)
  const claiming = withDelivery(counted, id, { phase: { name: 'claiming' } })
  return step(claiming, { kind: 'change', change: { kind: 'send', id, key } })
}

/** Sends what was marked, unless the record has gone meanwhile. */
export function request(state: QueueState, id: RecordId, record: UnsentRecord | undefined): QueueStep {
  if (record === undefined || record.sending === null)
    return andThen(tellGone(state, id), (now) => release(now, id))
  const { sending } = record
  // Another tab may have typed in it since it was found here.
  const found = findRecord(state, record)
  const requesting = andThen(found, (now) =>
    tell(withDelivery(now, id, { phase: { name: 'requesting', sending } }), id, { name: 'sending' }),
  )
  return andThen(requesting, (now) => step(now, { kind: 'request', record, sending }))
}

/** Another tab has sent the record or discarded it: says so, if the page shows it as not sent. */
function tellGone(state: QueueState, id: RecordId): QueueStep {
  const entry = entryOfRecord(id)
  const { own, writing, sent } = typingOf(state, entry)
  if (own?.id !== id || writing !== null || !showsUnsent(state, entry)) return step(state)
  if (sent?.id !== id)
    return andThen(tell(state, id, { name: 'gone' }), (now) => step(withTyping(now, entry, { own: null })))
  const released = withTyping(state, entry, { own: null })
  return andThen(step(released, { kind: 'fill', entry, value: sent.status.sent }), (now) =>
    tell(now, id, sent.status),
  )
}

/** Lets other tabs send the record. */
function release(state: QueueState, id: RecordId): QueueStep {
  const { again } = deliveryOf(state, id)
  const released = step(withDelivery(state, id, { phase: { name: 'idle' }, again: false }), {
    kind: 'unlock',
    id,
  })
  return again ? andThen(released, (now) => send(now, id)) : released
}

/** Decides by the reply what becomes of the record. */
export function takeReply(state: QueueState, id: RecordId, reply: WriteReply): QueueStep {
  const { phase } = deliveryOf(state, id)
  if (phase.name !== 'requesting') return step(state)
  const { sending } = phase
  if (reply.name === 'unknown' || reply.name === 'signed-out') return waitAfter(state, id, reply)
  const settling = withDelivery(state, id, { phase: { name: 'settling', sending, reply } })
  const change = { id, key: sending.key }
  if (reply.name === 'failed') return step(settling, { kind: 'change', change: { ...change, kind: 'fail' } })
  const answered = withDelivery(settling, id, { waitedMs: 0 })
  if (!isStored(reply)) return step(answered, { kind: 'change', change: { ...change, kind: 'refuse' } })
  const version = reply.name === 'saved' ? reply.version : null
  return step(noteVersion(answered, id, version), {
    kind: 'change',
    change: { ...change, kind: 'acknowledge', version },
  })
}

/** Before the store hears of it: what is typed in between is written on the version that the answer brought. */
function noteVersion(state: QueueState, id: RecordId, version: number | null): QueueState {
  const entry = entryOfRecord(id)
  return version === null
    ? state
    : withTyping(state, entry, { version: Math.max(version, typingOf(state, entry).version) })
}

/** Goes on after the store has changed the record by the reply. */
export function settle(state: QueueState, id: RecordId, record: UnsentRecord | undefined): QueueStep {
  const { phase } = deliveryOf(state, id)
  if (phase.name !== 'settling') return step(state)
  const { sending, reply } = phase
  if (reply.name === 'failed') return waitAfter(state, id, reply)
  if (isStored(reply)) return acknowledge(state, { id, sending, reply, record })
  // What was typed meanwhile may be accepted.
  if (record !== undefined && !sameValue(record, sending)) return claim(state, id)
  return andThen(tellUnsent(state, id, reply), (now) => release(now, id))
}

type Acknowledged = {
  readonly id: RecordId
  readonly sending: SentValue
  readonly reply: StoredReply
  /** What is left of the record: more was typed in it meanwhile. */
  readonly record: UnsentRecord | undefined
}

/** Tells this page and the other tabs; what was typed meanwhile is sent at once. */
function acknowledge(state: QueueState, { id, sending, reply, record }: Acknowledged): QueueStep {
  const status = { ...reply, sent: { value: sending.value, detail: sending.detail } }
  const told = andThen(takeSent(state, id, status), (now) =>
    step(now, { kind: 'tell-other-tabs', id, status }),
  )
  if (record !== undefined) return andThen(told, (now) => claim(now, id))
  return andThen(told, (now) => release(withDelivery(now, id, { again: false }), id))
}

function takeSent(state: QueueState, id: RecordId, status: SentStatus): QueueStep {
  const entry = entryOfRecord(id)
  const noted = withTyping(state, entry, { sent: { id, status } })
  return andThen(letGo(noted, id, status.sent), (now) => tell(now, id, status))
}

/** Takes in what another tab heard of a record. If nothing is typed in the entry here, its field shows the same. */
export function hear(state: QueueState, id: RecordId, status: SentStatus): QueueStep {
  const entry = entryOfRecord(id)
  const { own, writing, version } = typingOf(state, entry)
  const brought = status.name === 'saved' ? status.version : 0
  const noted = withTyping(state, entry, { sent: { id, status }, version: Math.max(version, brought) })
  const isOnlyFound = own?.id === id && !own.isTyped && writing === null
  const released = letGo(noted, id, isOnlyFound && own.put !== null ? own.put : status.sent)
  const isFree = own === null && writing === null && status.name === 'saved'
  const filled = isFree || isOnlyFound ? [{ kind: 'fill', entry, value: status.sent } as const] : []
  const told = andThen(
    andThen(released, (now) => step(now, ...filled)),
    (now) => tell(now, id, status, true),
  )
  // Something else was put into the record here: it is sent, or the other tab has replaced it.
  return andThen(told, (now) =>
    writing === null && typingOf(now, entry).own?.id === id ? send(now, id) : step(now),
  )
}

function tellUnsent(state: QueueState, id: RecordId, reply: WriteReply): QueueStep {
  return tell(state, id, unsentStatus(state, id, reply))
}

function unsentStatus(state: QueueState, id: RecordId, reply: WriteReply): UnsentStatus {
  const place = placeOf(state, id)
  switch (reply.name) {
    case 'refused':
      return { ...reply, place }
    case 'unknown':
    case 'failed':
      return { ...reply, name: 'waiting', place }
    default:
      return { name: 'signed-out', place }
  }
}

/** Tries again later, each time after twice as long. */
function waitAfter(state: QueueState, id: RecordId, reply: WriteReply): QueueStep {
  const { waitedMs } = deliveryOf(state, id)
  const doubled = Math.min(Math.max(waitedMs * 2, shortestWaitMs), longestWaitMs)
  const delayMs = reply.name === 'signed-out' ? longestWaitMs : doubled
  const waiting = withDelivery(state, id, { waitedMs: delayMs, again: false })
  return andThen(
    andThen(tellUnsent(waiting, id, reply), (now) => startTimer(now, id, { name: 'send' }, delayMs)),
    (now) => release(now, id),
  )
}
