/**
 * A small model of all that the queue of unsent work meets: a server that may fail in every way, the browser's store,
 * several tabs that are opened and closed, and a person who types. Whatever is under way happens in any order.
 */
import { decideWrite } from '../../src/core/fieldwork/decideWrite.ts'
import { type EntryValue, type EntryVersion, sameValue } from '../../src/core/fieldwork/entry.ts'
import { type EntryStatus, isSentStatus } from '../../src/core/fieldwork/unsent/entryStatus.ts'
import {
  openQueue,
  type QueueEffect,
  type QueueEvent,
  type QueueState,
} from '../../src/core/fieldwork/unsent/queueState.ts'
import { stepQueue } from '../../src/core/fieldwork/unsent/unsentQueue.ts'
import {
  changeNextTo,
  type EntryId,
  entryOfRecord,
  type PageRecord,
  type RecordChange,
  type RecordId,
  type SentValue,
  type UnsentRecord,
} from '../../src/core/fieldwork/unsent/unsentRecord.ts'
import { readWriteReply } from '../../src/core/fieldwork/unsent/writeReply.ts'

export const person = 'p1'
const api = '/api/v1/inspections/york/cases/C1'
const items = ['2.1.1', '2.1.2'] as const
const entryNamed = (item: string): EntryId => [person, api, 'note', item].join(' ')
export const entries = items.map(entryNamed)

/** The server refuses a text that begins so, always. */
export const refusedText = 'refused'
/** The server fails over a text that begins so, always. */
export const failingText = 'failing'

/** What becomes of a request; with 'none' it is answered as usual. */
export const troubles = [
  'none',
  'never arrives',
  'answer lost',
  'given up, arrives later',
  'arrives twice',
  'fails before storing',
  'fails after storing',
  'too many',
  'unavailable',
  'answered by something else',
] as const
export type Trouble = (typeof troubles)[number]

type Answer = { readonly status: number | undefined; readonly body: unknown }
type Request = { readonly entry: EntryId; readonly sending: SentValue }
type Field = {
  text: string | null
  version: number
  /** Whether the text was typed here, and not filled in. */
  isTyped: boolean
  shown: EntryStatus | null
}
/** Something under way: what is in one lane happens in its order. */
type Pending = { readonly lane: string; readonly tab: Tab | null; readonly run: () => void }

export class Tab {
  readonly fields = new Map<EntryId, Field>()
  readonly onlyHere = new Map<RecordId, PageRecord>()
  readonly timers = new Set<RecordId>()
  readonly name: string
  state: QueueState
  isOpen = true
  isReady = false

  constructor(name: string) {
    this.name = name
    this.state = openQueue(person, name)
  }

  field(entry: EntryId): Field {
    const field = this.fields.get(entry)
    if (field === undefined) throw new Error(`there is no field ${entry}`)
    return field
  }
}

export class UnsentWorld {
  readonly tabs: Tab[] = []
  readonly disk = new Map<RecordId, UnsentRecord>()
  readonly versions = new Map<EntryId, EntryVersion[]>()
  readonly kept = new Map<EntryId, EntryValue[]>()
  /** Texts that a page said are on the device. */
  readonly promised = new Map<EntryId, Set<string>>()
  pending: Pending[] = []
  isDiskFull = false
  /** Whether each event and its effects are printed, to understand a failure. */
  trace = false
  session: 'in' | 'out' | 'another' = 'in'
  isRevoked = false
  isFrozen = false
  #answered = new Map<string, Answer>()
  #locks = new Map<RecordId, Tab[]>()
  /** By entry and text, the texts that were typed over it while it was shown. */
  #typedOver = new Map<string, Set<string>>()
  #opened = 0
  #texts = 0

  open(): Tab {
    const tab = new Tab(`tab${++this.#opened}`)
    this.tabs.push(tab)
    for (const entry of entries) {
      const current = this.versions.get(entry)?.at(-1)
      const field = {
        text: current?.value ?? null,
        version: current?.version ?? 0,
        isTyped: false,
        shown: null,
      }
      tab.fields.set(entry, field)
    }
    this.#later(`${tab.name} restore`, tab, () => {
      const records = this.#recordsFor(tab)
      this.#later(`${tab.name} restore`, tab, () => {
        for (const record of records)
          if (!tab.field(entryOfRecord(record.id)).isTyped) this.#step(tab, { kind: 'found', record })
        for (const { id } of records) this.#step(tab, { kind: 'send', id })
        tab.isReady = true
      })
    })
    return tab
  }

  close(tab: Tab): void {
    tab.isOpen = false
    this.pending = this.pending.filter((each) => each.tab !== tab)
    for (const [id, holders] of this.#locks) {
      if (holders.includes(tab)) this.#leaveLock(tab, id)
    }
    this.tabs.splice(this.tabs.indexOf(tab), 1)
  }

  /** Types a text that was never typed before, beginning with `start`. */
  typeNew(tab: Tab, entry: EntryId, start: string): void {
    this.type(tab, entry, `${start}${++this.#texts}`)
  }

  type(tab: Tab, entry: EntryId, text: string): void {
    const field = tab.field(entry)
    if (field.text !== null && field.text !== text) this.#overOf(entry, field.text).add(text)
    field.text = text
    field.isTyped = true
    const item = entry.slice(entry.lastIndexOf(' ') + 1)
    const typed = { api, kind: 'note', item, value: text, detail: null, version: field.version } as const
    this.#step(tab, { kind: 'typed', entry, typed, delayMs: 600, at: '2026-06-01T10:00:00Z' })
  }

  /** Sends everything, as a page does that is back online or looked at again. */
  sendAll(tab: Tab): void {
    this.#later(`${tab.name} send`, tab, () => {
      const records = this.#recordsFor(tab)
      this.#later(`${tab.name} send`, tab, () => {
        for (const { id } of records) this.#step(tab, { kind: 'send', id })
      })
    })
  }

  /** Takes in what others wrote, as the page does from time to time. */
  refresh(tab: Tab): void {
    this.#later(`${tab.name} refresh`, tab, () => {
      const loaded = new Map([...this.versions].map(([entry, versions]) => [entry, versions.at(-1)]))
      this.#later(`${tab.name} refresh`, tab, () => {
        const waiting = this.#recordsFor(tab).map(({ id }) => entryOfRecord(id))
        for (const [entry, current] of loaded) {
          const field = tab.field(entry)
          const isNewer = current !== undefined && current.version > field.version
          if (!isNewer || field.isTyped || waiting.includes(entry)) continue
          field.text = current.value
          field.version = current.version
          field.shown = null
        }
      })
    })
  }

  discard(tab: Tab, record: UnsentRecord): void {
    const value = { value: record.value, detail: record.detail }
    const left = this.#change(tab, { kind: 'discard', id: record.id, value })
    if (left === undefined) this.promised.get(entryOfRecord(record.id))?.delete(record.value ?? '')
  }

  writeAsAnother(entry: EntryId): void {
    const at = '2026-06-01T10:00:00Z'
    const versions = this.#versionsOf(entry)
    const value = `another${++this.#texts}`
    versions.push({
      version: versions.length + 1,
      value,
      detail: null,
      author: { personId: 'p2', name: 'Asha' },
      at,
    })
  }

  due(tab: Tab, id: RecordId): void {
    tab.timers.delete(id)
    this.#step(tab, { kind: 'due', id })
  }

  /** Lets the `choice`-th of what may happen now happen. Of each lane that is the first. */
  happen(choice: number): boolean {
    const lanes = new Map<string, Pending>()
    for (const each of this.pending) if (!lanes.has(each.lane)) lanes.set(each.lane, each)
    const ready = [...lanes.values()]
    const next = ready[choice % Math.max(ready.length, 1)]
    if (next === undefined) return false
    this.pending.splice(this.pending.indexOf(next), 1)
    next.run()
    return true
  }

  /** Whether a text is at the server, as a version or next to one. */
  isStored(entry: EntryId, text: string | null): boolean {
    const isIt = ({ value }: EntryValue): boolean => value === text
    return (this.versions.get(entry)?.some(isIt) ?? false) || (this.kept.get(entry)?.some(isIt) ?? false)
  }

  /** Whether a text, or one that was typed over it, is at the server or on the device. */
  isSafe(entry: EntryId, text: string, seen: ReadonlySet<string> = new Set()): boolean {
    if (this.isStored(entry, text) || this.isOnDisk(entry, text)) return true
    if (seen.has(text)) return false
    return [...this.#overOf(entry, text)].some((over) => this.isSafe(entry, over, new Set([...seen, text])))
  }

  isOnDisk(entry: EntryId, text: string | null): boolean {
    return [...this.disk.values()].some(({ id, value }) => entryOfRecord(id) === entry && value === text)
  }

  isInPage(tab: Tab, entry: EntryId, text: string | null): boolean {
    return [...tab.onlyHere.values()].some(
      ({ record: { id, value } }) => entryOfRecord(id) === entry && value === text,
    )
  }

  #overOf(entry: EntryId, text: string): Set<string> {
    const key = `${entry} ${text}`
    const over = this.#typedOver.get(key) ?? new Set()
    this.#typedOver.set(key, over)
    return over
  }

  #versionsOf(entry: EntryId): EntryVersion[] {
    const versions = this.versions.get(entry) ?? []
    this.versions.set(entry, versions)
    return versions
  }

  #recordsFor(tab: Tab): readonly UnsentRecord[] {
    const inPage = [...tab.onlyHere.values()].map(({ record }) => record)
    return [...new Map([...this.disk.values(), ...inPage].map((record) => [record.id, record])).values()]
  }

  #later(lane: string, tab: Tab | null, run: () => void): void {
    this.pending.push({ lane, tab, run })
  }

  #step(tab: Tab, event: QueueEvent): void {
    if (!tab.isOpen) return
    const { state, effects } = stepQueue(tab.state, event)
    tab.state = state
    if (this.trace) console.log(tab.name, JSON.stringify(event), effects.map((each) => each.kind).join(' '))
    for (const effect of effects) this.#carryOut(tab, effect)
  }

  #carryOut(tab: Tab, effect: QueueEffect): void {
    switch (effect.kind) {
      case 'change': {
        const { change } = effect
        this.#later(`${tab.name} store ${change.id}`, tab, () => {
          const record = this.#change(tab, change)
          const isOnlyHere = tab.onlyHere.has(change.id)
          this.#later(`${tab.name} store ${change.id}`, tab, () =>
            this.#step(tab, { kind: 'changed', change, record, isOnlyHere }),
          )
        })
        break
      }
      case 'request':
        this.#send(tab, effect.record.id, effect.sending)
        break
      case 'lock':
        this.#joinLock(tab, effect.id)
        break
      case 'unlock':
        this.#leaveLock(tab, effect.id)
        break
      case 'start-timer':
        tab.timers.add(effect.id)
        break
      case 'stop-timer':
        tab.timers.delete(effect.id)
        break
      case 'fill': {
        const field = tab.field(effect.entry)
        field.text = effect.value.value
        field.isTyped = false
        break
      }
      case 'tell':
        if (effect.isOfField) this.#show(tab, entryOfRecord(effect.id), effect.status)
        break
      case 'tell-other-tabs':
        for (const other of this.tabs)
          if (other !== tab)
            this.#later(`${tab.name} tells ${other.name}`, other, () =>
              this.#step(other, { kind: 'heard', id: effect.id, status: effect.status }),
            )
    }
  }

  /** As the page does: a value is only shown as stored on the server if its field shows that value. */
  #show(tab: Tab, entry: EntryId, status: EntryStatus): void {
    const field = tab.field(entry)
    if (status.name === 'saved') field.version = Math.max(field.version, status.version)
    if (status.name === 'sending') return
    if (isSentStatus(status)) {
      if (!this.isStored(entry, status.sent.value)) throw new Error(`${status.sent.value} is shown as stored`)
      if (status.sent.value !== field.text) return
      field.isTyped = false
    }
    field.shown = status
    if (field.isTyped && 'place' in status) this.#checkPlace(tab, entry, status.place)
  }

  #checkPlace(tab: Tab, entry: EntryId, place: 'storing' | 'device' | 'page'): void {
    const { text } = tab.field(entry)
    if (text === null || place === 'storing') return
    const isThere = place === 'page' ? this.isInPage(tab, entry, text) : this.isOnDisk(entry, text)
    if (!isThere && !this.isSafe(entry, text)) throw new Error(`${text} is shown as on the ${place}`)
    if (place === 'device') this.promised.set(entry, (this.promised.get(entry) ?? new Set()).add(text))
  }

  #change(tab: Tab, change: RecordChange): UnsentRecord | undefined {
    const { id } = change
    const inPage = tab.onlyHere.get(id)
    const stored = this.disk.get(id)
    const { record, isForDevice } = changeNextTo(stored, inPage, change)
    if (isForDevice && (record === undefined || !this.isDiskFull)) {
      tab.onlyHere.delete(id)
      if (record === undefined) this.disk.delete(id)
      else this.disk.set(id, record)
    } else if (record === undefined) tab.onlyHere.delete(id)
    else tab.onlyHere.set(id, { record, over: inPage === undefined ? stored : inPage.over })
    return record
  }

  #joinLock(tab: Tab, id: RecordId): void {
    const holders = this.#locks.get(id) ?? []
    this.#locks.set(id, holders)
    holders.push(tab)
    if (holders[0] === tab)
      this.#later(`${tab.name} lock ${id}`, tab, () => this.#step(tab, { kind: 'locked', id }))
  }

  #leaveLock(tab: Tab, id: RecordId): void {
    const holders = this.#locks.get(id) ?? []
    const wasFirst = holders[0] === tab
    holders.splice(holders.indexOf(tab), 1)
    const [next] = holders
    if (wasFirst && next !== undefined)
      this.#later(`${next.name} lock ${id}`, next, () => this.#step(next, { kind: 'locked', id }))
  }

  /** What becomes of the requests that are sent next. */
  trouble: Trouble = 'none'

  #send(tab: Tab, id: RecordId, sending: SentValue): void {
    const request = { entry: entryOfRecord(id), sending }
    const { trouble } = this
    const lane = `request ${sending.key} ${this.pending.length}`
    const answer = ({ status, body }: Answer): void =>
      this.#later(lane, tab, () =>
        this.#step(tab, { kind: 'answered', id, reply: readWriteReply(status, body) }),
      )
    const arrive = (then: (answer: Answer) => void): void =>
      this.#later(lane, null, () => then(this.#serve(request)))
    const instead = instead_[trouble]
    if (trouble === 'never arrives' || trouble === 'given up, arrives later') answer(noAnswer)
    if (trouble === 'given up, arrives later') this.#later(`${lane} late`, null, () => this.#serve(request))
    if (trouble === 'arrives twice') this.#later(`${lane} twice`, null, () => this.#serve(request))
    if (trouble === 'none' || trouble === 'arrives twice') arrive(answer)
    if (trouble === 'answer lost') arrive(() => answer(noAnswer))
    if (trouble === 'fails after storing') arrive(() => answer({ status: 500, body: {} }))
    if (instead !== undefined) answer(instead)
  }

  #serve({ entry, sending }: Request): Answer {
    if (this.session === 'out') return { status: 401, body: {} }
    if (this.session === 'another') return { status: 409, body: { code: 'people.form-of-another-person' } }
    if (sending.value?.startsWith(refusedText)) return { status: 422, body: { title: 'Refused.' } }
    if (sending.value?.startsWith(failingText)) return { status: 500, body: {} }
    const again = this.#answered.get(sending.key)
    if (again !== undefined) return again
    const answer = this.#write(entry, sending)
    this.#answered.set(sending.key, answer)
    return answer
  }

  #write(entry: EntryId, { value, detail, base }: SentValue): Answer {
    const versions = this.#versionsOf(entry)
    const current = versions.at(-1)
    const decision = decideWrite(
      current,
      { value, detail, sawVersion: base },
      { caseIsOpen: !this.isFrozen, authorBarred: this.isRevoked ? 'right-taken-away' : null },
    )
    const writtenAt = '2026-06-01T10:00:00Z'
    if (decision.kind === 'same') return { status: 200, body: { version: current?.version ?? 0, writtenAt } }
    if (decision.kind === 'saved') {
      const author = { personId: person, name: 'Idris' }
      versions.push({ version: decision.version, value, detail, author, at: writtenAt })
      return { status: 200, body: { version: decision.version, writtenAt } }
    }
    const kept = this.kept.get(entry) ?? []
    if (!kept.some((each) => sameValue(each, { value, detail }))) kept.push({ value, detail })
    this.kept.set(entry, kept)
    const code = `fieldwork.${decision.because}`
    return { status: 412, body: { keptId: '1', code, current: { text: current?.value ?? null } } }
  }
}

const noAnswer: Answer = { status: undefined, body: undefined }
const instead_: Partial<Record<Trouble, Answer>> = {
  'fails before storing': { status: 500, body: {} },
  'too many': { status: 429, body: { title: 'Too many.' } },
  unavailable: { status: 503, body: 'no JSON' },
  'answered by something else': { status: 200, body: { hotel: 'Sign in to our network' } },
}
