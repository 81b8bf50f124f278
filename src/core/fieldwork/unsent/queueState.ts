/** The state of one page's queue of unsent work, what can happen to it, and what it can ask for. */
import type { EntryValue } from '../entry.ts'
import { type EntryStatus, isSent, type SentStatus, type UnsentPlace } from './entryStatus.ts'
import {
  type EntryId,
  entryOfRecord,
  type RecordChange,
  type RecordId,
  type SentValue,
  type TypedEntry,
  type UnsentRecord,
} from './unsentRecord.ts'
import type { WriteReply } from './writeReply.ts'

export type QueueState = {
  readonly person: string
  /** Random: the keys of this page's records and requests begin with it, and are counted. */
  readonly pageKey: string
  readonly keysUsed: number
  readonly entries: ReadonlyMap<EntryId, Typing>
  readonly deliveries: ReadonlyMap<RecordId, Delivery>
}

/** What this page has of one entry. */
type Typing = {
  /** The record that this page writes to, and what it put there last; null if nothing of this page is unsent. */
  readonly own: OwnRecord | null
  /** What the store is writing now. */
  readonly writing: Typed | null
  /** What was typed meanwhile, of which only the last counts. */
  readonly next: Typed | null
  /** The newest version that an answer to this browser brought. */
  readonly version: number
  /** What the server made last of a record of the entry, if nothing was typed since. */
  readonly sent: { readonly id: RecordId; readonly status: SentStatus } | null
  /** What the page heard last. */
  readonly status: EntryStatus['name'] | null
}

type OwnRecord = {
  readonly id: RecordId
  readonly put: EntryValue | null
  /** False for a record of an earlier page in which nothing was typed here. */
  readonly isTyped: boolean
}

type Typed = { readonly typed: TypedEntry; readonly delayMs: number; readonly at: string }

/** Whether the page hears next that the record is stored, which is sent `thenMs` later, or the record is sent. */
type Timer = { readonly name: 'announce'; readonly thenMs: number } | { readonly name: 'send' }

/** How far this page is with sending one record. */
type Delivery = {
  readonly phase:
    | { readonly name: 'idle' | 'locking' | 'claiming' }
    | { readonly name: 'requesting'; readonly sending: SentValue }
    | { readonly name: 'settling'; readonly sending: SentValue; readonly reply: WriteReply }
  /** What the record's timer is for; null if it does not run. */
  readonly timer: Timer | null
  /** Whether it was to be sent once more while it was busy. */
  readonly again: boolean
  /** The last pause after a failure. */
  readonly waitedMs: number
  /** Whether the record is only in this page, because the device has no room. */
  readonly isOnlyHere: boolean
}

export type QueueEvent =
  /** `at` is the device's time. It is sent `delayMs` after the store has it. */
  | ({ readonly kind: 'typed'; readonly entry: EntryId } & Typed)
  /** A record that an earlier page left, found when this one opened: typing goes on in it. */
  | { readonly kind: 'found'; readonly record: UnsentRecord }
  | { readonly kind: 'send' | 'due' | 'locked'; readonly id: RecordId }
  | {
      readonly kind: 'changed'
      readonly change: RecordChange
      /** As it is after the change. */
      readonly record: UnsentRecord | undefined
      readonly isOnlyHere: boolean
    }
  | { readonly kind: 'answered'; readonly id: RecordId; readonly reply: WriteReply }
  /** Another tab of this browser heard from the server. */
  | { readonly kind: 'heard'; readonly id: RecordId; readonly status: SentStatus }

export type QueueEffect =
  /** Ends with `changed`. Changes of one record are made in the order of their effects. */
  | { readonly kind: 'change'; readonly change: RecordChange }
  /** Ends with `answered`, also if no answer comes. */
  | { readonly kind: 'request'; readonly record: UnsentRecord; readonly sending: SentValue }
  /** Ends with `locked`, as soon as no other tab sends the record. */
  | { readonly kind: 'lock' | 'unlock'; readonly id: RecordId }
  /** Ends with `due`, unless another timer of the record is started or it is stopped before. */
  | { readonly kind: 'start-timer'; readonly id: RecordId; readonly delayMs: number }
  | { readonly kind: 'stop-timer'; readonly id: RecordId }
  | {
      readonly kind: 'tell'
      readonly id: RecordId
      readonly status: EntryStatus
      /** False for a record of which the field shows nothing: another tab typed it. */
      readonly isOfField: boolean
      readonly isFromOtherTab: boolean
    }
  | { readonly kind: 'tell-other-tabs'; readonly id: RecordId; readonly status: SentStatus }
  /** The page shows this value in the field, unless what is typed there cannot be saved. */
  | { readonly kind: 'fill'; readonly entry: EntryId; readonly value: EntryValue }

export type QueueStep = { readonly state: QueueState; readonly effects: readonly QueueEffect[] }

/** Returns the state of a page that has just opened. */
export function openQueue(person: string, pageKey: string): QueueState {
  return { person, pageKey, keysUsed: 0, entries: new Map(), deliveries: new Map() }
}

const untouched: Typing = { own: null, writing: null, next: null, version: 0, sent: null, status: null }
const idle: Delivery = { phase: { name: 'idle' }, timer: null, again: false, waitedMs: 0, isOnlyHere: false }

/** Returns what this page has of an entry. */
export function typingOf({ entries }: QueueState, entry: EntryId): Typing {
  return entries.get(entry) ?? untouched
}

/** Returns how far this page is with sending a record. */
export function deliveryOf({ deliveries }: QueueState, id: RecordId): Delivery {
  return deliveries.get(id) ?? idle
}

/** Returns the state with some of an entry changed. */
export function withTyping(state: QueueState, entry: EntryId, change: Partial<Typing>): QueueState {
  const entries = new Map(state.entries).set(entry, { ...typingOf(state, entry), ...change })
  return { ...state, entries }
}

/** Returns the state with some of the sending of a record changed. */
export function withDelivery(state: QueueState, id: RecordId, change: Partial<Delivery>): QueueState {
  const deliveries = new Map(state.deliveries).set(id, { ...deliveryOf(state, id), ...change })
  return { ...state, deliveries }
}

/** Returns a key that nothing else has, and the state that has used it. */
export function newKey(state: QueueState): { readonly key: string; readonly state: QueueState } {
  const keysUsed = state.keysUsed + 1
  return { key: `${state.pageKey}-${keysUsed}`, state: { ...state, keysUsed } }
}

/** Returns a state with what is to be done. */
export function step(state: QueueState, ...effects: readonly QueueEffect[]): QueueStep {
  return { state, effects }
}

/** Returns a step with another after it. */
export function andThen({ state, effects }: QueueStep, next: (state: QueueState) => QueueStep): QueueStep {
  const after = next(state)
  return { state: after.state, effects: [...effects, ...after.effects] }
}

/** Returns the step that tells the page the status of a record. */
export function tell(
  state: QueueState,
  id: RecordId,
  status: EntryStatus,
  isFromOtherTab = false,
): QueueStep {
  const entry = entryOfRecord(id)
  const { own } = typingOf(state, entry)
  const isOwn = own?.id === id
  // If this page still has a record, nothing that was sent is what its field shows.
  const isShown = isSent(status.name) ? own === null : isOwn
  const told = isShown ? withTyping(state, entry, { status: status.name }) : state
  return step(told, { kind: 'tell', id, status, isOfField: isOwn || isSent(status.name), isFromOtherTab })
}

/** Returns where the value of a record is that is not sent. */
export function placeOf(state: QueueState, id: RecordId): UnsentPlace {
  if (isStoring(state, entryOfRecord(id))) return 'storing'
  return deliveryOf(state, id).isOnlyHere ? 'page' : 'device'
}

/** Whether what was typed last in the entry is not written to the store yet. */
function isStoring(state: QueueState, entry: EntryId): boolean {
  return typingOf(state, entry).writing !== null
}

/** Returns the step that starts the timer of a record again. */
export function startTimer(state: QueueState, id: RecordId, timer: Timer, delayMs: number): QueueStep {
  return step(withDelivery(state, id, { timer }), { kind: 'start-timer', id, delayMs })
}

/** Returns the step that stops the timer of a record, if it runs. */
export function stopTimer(state: QueueState, id: RecordId): QueueStep {
  if (deliveryOf(state, id).timer === null) return step(state)
  return step(withDelivery(state, id, { timer: null }), { kind: 'stop-timer', id })
}

/** Whether anything typed in the page is not in the store yet. */
export function isStoringAny({ entries }: QueueState): boolean {
  return [...entries.values()].some(({ writing }) => writing !== null)
}

/** Whether nothing is under way to send the record: it was acknowledged, or waits for a timer or for the person. */
export function isIdle(state: QueueState, id: RecordId): boolean {
  return deliveryOf(state, id).phase.name === 'idle'
}
