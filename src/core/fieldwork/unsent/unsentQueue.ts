/**
 * Sends what was typed to the server, one entry at a time, until the server has acknowledged it. One page's part of the
 * work, as a state machine: what happened comes in as an event, what is to be done goes out as effects, and each of
 * them that ends is an event again. The store, the network, the timers and the page are in `src/browser`.
 */
import { claim, hear, request, send, settle, takeReply } from './deliverRecord.ts'
import {
  andThen,
  deliveryOf,
  placeOf,
  type QueueEvent,
  type QueueState,
  type QueueStep,
  startTimer,
  step,
  tell,
  typingOf,
  withDelivery,
} from './queueState.ts'
import { findRecord, typeEntry, wroteTyped } from './typeEntry.ts'
import { entryOfRecord, type RecordId, type UnsentRecord } from './unsentRecord.ts'

/** Returns the state after an event, and what is to be done, in this order. */
export function stepQueue(state: QueueState, event: QueueEvent): QueueStep {
  switch (event.kind) {
    case 'typed':
      return typeEntry(state, event)
    case 'found':
      return findFirst(state, event.record)
    case 'send':
      return send(state, event.id)
    case 'due':
      return ring(state, event.id)
    case 'locked':
      return claim(state, event.id)
    case 'changed':
      return takeChange(state, event)
    case 'answered':
      return takeReply(state, event.id, event.reply)
    case 'heard':
      return hear(state, event.id, event.status)
  }
}

/** What was read when the page opened may be older than what this page has put there or sent since. */
function findFirst(state: QueueState, record: UnsentRecord): QueueStep {
  const { own } = typingOf(state, entryOfRecord(record.id))
  return own === null ? findRecord(state, record) : step(state)
}

/** Does what the record's timer was for. */
function ring(state: QueueState, id: RecordId): QueueStep {
  const { timer } = deliveryOf(state, id)
  if (timer === null) return step(state)
  const rung = withDelivery(state, id, { timer: null })
  if (timer.name === 'send') return send(rung, id)
  const told = tell(rung, id, { name: 'stored', place: placeOf(rung, id) })
  return andThen(told, (now) => startTimer(now, id, { name: 'send' }, timer.thenMs))
}

/** Goes on after the store has changed a record. */
function takeChange(
  state: QueueState,
  { change, record, isOnlyHere }: Extract<QueueEvent, { kind: 'changed' }>,
): QueueStep {
  const { id } = change
  const noted = withDelivery(state, id, { isOnlyHere })
  switch (change.kind) {
    case 'type':
      return wroteTyped(noted, change, record)
    case 'send':
      return request(noted, id, record)
    case 'discard':
      return step(noted)
    default:
      return settle(noted, id, record)
  }
}
