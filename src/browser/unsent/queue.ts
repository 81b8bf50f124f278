// Carries out what the queue of unsent work asks for: the store, the network, the timers, the other tabs and the page.
import type { EntryValue } from '../../core/fieldwork/entry.ts'
import type { SentStatus } from '../../core/fieldwork/unsent/entryStatus.ts'
import {
  isIdle,
  isStoringAny,
  openQueue,
  type QueueEffect,
  type QueueEvent,
  type QueueState,
} from '../../core/fieldwork/unsent/queueState.ts'
import { stepQueue } from '../../core/fieldwork/unsent/unsentQueue.ts'
import {
  type EntryId,
  type RecordId,
  type TypedEntry,
  type UnsentRecord,
  writeRequest,
} from '../../core/fieldwork/unsent/unsentRecord.ts'
import { readWriteReply } from '../../core/fieldwork/unsent/writeReply.ts'
import { recordsOf } from '../unsentStore.ts'
import { changeStore } from './changeStore.ts'

const longestRequestMs = 20_000

/** What the page hears of a record. */
export type Told = Extract<QueueEffect, { kind: 'tell' }>

export type QueueOptions = {
  readonly person: string
  readonly formToken: string
  /** Which of the person's records this page sends. */
  readonly concerns: (record: UnsentRecord) => boolean
  readonly tell: (told: Told) => void
  /** Shows a value in the field of an entry, unless what is typed there cannot be saved. */
  readonly fill: (entry: EntryId, value: EntryValue) => void
}

/** What another tab tells of a record. */
type Message = { readonly id: RecordId; readonly status: SentStatus }

export class Queue {
  readonly #options: QueueOptions
  readonly #timers = new Map<RecordId, number>()
  /** By record, what lets other tabs send it. */
  readonly #unlocks = new Map<RecordId, () => void>()
  /** Who waits for the queue to come to a state. */
  readonly #waiting = new Set<() => void>()
  readonly #otherTabs = new BroadcastChannel('assay-fieldwork-status')
  #state: QueueState

  constructor(options: QueueOptions) {
    this.#options = options
    this.#state = openQueue(options.person, randomKey())
    this.#otherTabs.onmessage = ({ data }: MessageEvent<Message>) => this.#step({ kind: 'heard', ...data })
  }

  /** Stores what was typed, then sends it after `delayMs`. */
  put(entry: EntryId, typed: TypedEntry, delayMs: number): void {
    this.#step({ kind: 'typed', entry, typed, delayMs, at: new Date().toISOString() })
  }

  /** Takes over a record that an earlier page left, so that typing goes on in it. */
  find(record: UnsentRecord): void {
    this.#step({ kind: 'found', record })
  }

  /** Whether anything typed is still being written to the store. */
  isStoring(): boolean {
    return isStoringAny(this.#state)
  }

  /** Returns what of the person no server has acknowledged, to the last letter typed. */
  async unsent(): Promise<readonly UnsentRecord[]> {
    await this.#until((state) => !isStoringAny(state))
    return (await recordsOf(this.#options.person)).filter(this.#options.concerns)
  }

  /** Sends everything that waits, and settles when each was answered or has to wait again. */
  async sendAll(): Promise<void> {
    const records = await this.unsent()
    for (const { id } of records) this.#step({ kind: 'send', id })
    await this.#until((state) => records.every(({ id }) => isIdle(state, id)))
  }

  /** Removes a record for good, unless something else was typed in it meanwhile. */
  async discard({ id, value, detail }: UnsentRecord): Promise<void> {
    await changeStore({ kind: 'discard', id, value: { value, detail } })
  }

  #step(event: QueueEvent): void {
    const { state, effects } = stepQueue(this.#state, event)
    this.#state = state
    for (const effect of effects) this.#carryOut(effect)
    for (const lookAgain of this.#waiting) lookAgain()
  }

  #until(isSo: (state: QueueState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo(this.#state)) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #carryOut(effect: QueueEffect): void {
    switch (effect.kind) {
      case 'change':
        void this.#change(effect)
        break
      case 'request':
        void this.#request(effect)
        break
      case 'lock':
        this.#lock(effect.id)
        break
      case 'unlock':
        this.#unlocks.get(effect.id)?.()
        break
      case 'start-timer':
        this.#startTimer(effect.id, effect.delayMs)
        break
      case 'stop-timer':
        clearTimeout(this.#timers.get(effect.id))
        break
      case 'tell':
        this.#options.tell(effect)
        break
      case 'fill':
        this.#options.fill(effect.entry, effect.value)
        break
      case 'tell-other-tabs':
        this.#otherTabs.postMessage({ id: effect.id, status: effect.status } satisfies Message)
        break
    }
  }

  async #change({ change }: Extract<QueueEffect, { kind: 'change' }>): Promise<void> {
    this.#step({ kind: 'changed', change, ...(await changeStore(change)) })
  }

  async #request({ record, sending }: Extract<QueueEffect, { kind: 'request' }>): Promise<void> {
    const { address, body } = writeRequest(record, sending)
    const response = await fetch(address, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'if-match': `"${sending.base}"`,
        'idempotency-key': sending.key,
        'x-form-token': this.#options.formToken,
      },
      body,
      signal: AbortSignal.timeout(longestRequestMs),
    }).catch(() => undefined)
    const answer: unknown = await response?.json().catch(() => undefined)
    this.#step({ kind: 'answered', id: record.id, reply: readWriteReply(response?.status, answer) })
  }

  /** One tab sends a record at a time, if the browser has locks: they are only on secure pages. */
  #lock(id: RecordId): void {
    const send = (): Promise<void> =>
      new Promise((resolve) => {
        this.#unlocks.set(id, resolve)
        this.#step({ kind: 'locked', id })
      })
    if ('locks' in navigator) void navigator.locks.request(`assay ${id}`, send)
    else void send()
  }

  #startTimer(id: RecordId, delayMs: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => this.#step({ kind: 'due', id }), delayMs),
    )
  }
}

/** `crypto.randomUUID` is only there on secure pages. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
}
