// Sends what is in the browser's store to the server, one entry at a time, until the server has acknowledged it.
// A request that may or may not have arrived is sent again as it was, with its key, before anything newer.
import { changeRecord, isOnlyHere, readRecord, recordsOf } from 'asset:fieldwork-browser-store.js'

const longestWaitMs = 15_000
/** Words that changed with every letter would flicker beside the field. */
const wordsPauseMs = 200
const bodyNames = {
  answer: ['answers', 'answer', 'reason'],
  note: ['notes', 'text', null],
  fact: ['facts', 'value', 'detail'],
  practice: ['practice', 'mark', 'changedName'],
}

export class Queue {
  #busy = new Set()
  /** The records that were to be sent while they were busy. */
  #again = new Set()
  #timers = new Map()
  /** By entry, what was typed and the store has not begun to write. */
  #typed = new Map()
  /** By entry, the writing to the store, while it goes on. */
  #storing = new Map()
  #waits = new Map()
  /** By entry, the record that this page writes to, and what it last put there. */
  #own = new Map()
  /** By entry, the version that the last answer from the server brought. */
  #versions = new Map()
  /** By entry, what the server made of it last, as this page or another tab heard. */
  #settled = new Map()
  /** The entries that were told to be stored, and of which nothing was heard since. */
  #toldStored = new Set()
  #otherTabs = new BroadcastChannel('assay-fieldwork')

  /**
   * `concerns(record)` says which of the person's records it sends. `tell(entry, state)` hears how each entry stands:
   * typed, stored, sending, saved, kept, waiting, refused, signed-out.
   */
  constructor({ person, formToken, concerns, tell }) {
    this.person = person
    this.formToken = formToken
    this.concerns = concerns
    this.tell = tell
    this.#otherTabs.onmessage = ({ data }) =>
      this.#tellSettled(data.entry, { ...data.state, fromOtherTab: true })
  }

  /** What of the person no server has acknowledged, to the last letter typed. */
  async unsent() {
    await Promise.all(this.#storing.values())
    return (await recordsOf(this.person)).filter(this.concerns)
  }

  /** Takes over a record that an earlier page left, so that typing goes on in it. */
  adopt({ id, value, detail }) {
    this.#own.set(entryOfRecord(id), { id, value, detail })
  }

  /** Whether what was typed last is still being written to the store. */
  isStoring() {
    return this.#storing.size > 0
  }

  /**
   * Puts what was typed into the store, then sends it after `delayMs`. Where typing is quicker than the store, the last
   * of what was typed meanwhile is written next. An entry is told to be stored when nothing typed in it is left out.
   */
  put(entry, typed, delayMs) {
    clearTimeout(this.#timers.get(this.#own.get(entry)?.id))
    this.#typed.set(entry, { typed, delayMs })
    if (!this.#storing.has(entry)) this.#storing.set(entry, this.#storeTyped(entry))
    this.tell(entry, { kind: 'typed', place: 'under-way' })
  }

  async #storeTyped(entry) {
    let delayMs
    while (this.#typed.has(entry)) {
      const last = this.#typed.get(entry)
      this.#typed.delete(entry)
      await this.#store(entry, last.typed)
      delayMs = last.delayMs
    }
    this.#storing.delete(entry)
    const { id } = this.#own.get(entry)
    const pauseMs = Math.min(delayMs, wordsPauseMs)
    this.#schedule(id, pauseMs, async () => {
      // It was sent already with what was typed before, where an answer to that came in between.
      if ((await readRecord(id)) === undefined) return
      this.#tellPlace(id, 'stored')
      this.#toldStored.add(entry)
      this.#schedule(id, delayMs - pauseMs)
    })
  }

  async #store(entry, typed) {
    if (!this.#own.has(entry)) this.#own.set(entry, { id: `${entry} ${newKey()}` })
    const own = this.#own.get(entry)
    let isOthers = false
    await changeRecord(own.id, (present) => {
      // Another tab typed here meanwhile: its words stay in their record, and these get one of their own.
      isOthers = present !== undefined && own.value !== undefined && !isSame(present, own)
      return isOthers ? present : this.#recordOf(own, present, typed)
    })
    if (!isOthers) return
    this.#own.delete(entry)
    await this.#store(entry, typed)
  }

  #recordOf(own, present, { version, ...typed }) {
    own.value = typed.value
    own.detail = typed.detail
    return {
      ...typed,
      id: own.id,
      person: this.person,
      // While an earlier value is on its way, the version to write on is the one that its answer will bring; the page
      // hears of that answer a moment after the store did.
      base: present?.base ?? Math.max(version, this.#versions.get(entryOfRecord(own.id)) ?? 0),
      sending: present?.sending ?? null,
      at: new Date().toISOString(),
    }
  }

  /** Tells how an entry stands that is not sent, and where all that was typed in it is. */
  #tellPlace(id, kind, answer) {
    const entry = entryOfRecord(id)
    const place = this.#storing.has(entry) ? 'under-way' : isOnlyHere(id) ? 'page' : 'device'
    this.tell(entry, { kind, answer, place })
  }

  /** Tells this page and the others of this browser what became of an entry. */
  #tellAll(id, state) {
    const entry = entryOfRecord(id)
    this.#tellSettled(entry, state)
    this.#otherTabs.postMessage({ entry, state })
  }

  #tellSettled(entry, state) {
    this.#settled.set(entry, state)
    this.#toldStored.delete(entry)
    this.tell(entry, state)
  }

  /** Sends everything that waits. */
  async sendAll() {
    const records = await this.unsent()
    await Promise.all(records.map(({ id }) => this.#send(id)))
  }

  /** Takes a record from the store for good, unless more was typed in it meanwhile. */
  discard({ id, value, detail }) {
    return changeRecord(id, (present) =>
      present && isSame(present, { value, detail }) ? undefined : present,
    )
  }

  #schedule(id, delayMs, act = () => this.#send(id)) {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(id, setTimeout(act, delayMs))
  }

  async #send(id) {
    clearTimeout(this.#timers.get(id))
    // What is typed while an answer is awaited is sent by the one who awaits it, or when that one has ended.
    if (this.#busy.has(id)) {
      this.#again.add(id)
      return
    }
    this.#busy.add(id)
    const work = () => this.#sendRecord(id)
    try {
      // One tab at a time, where the browser can hold a lock.
      await (navigator.locks === undefined ? work() : navigator.locks.request(`assay ${id}`, work))
    } finally {
      this.#busy.delete(id)
    }
    if (this.#again.delete(id)) await this.#send(id)
  }

  async #sendRecord(id) {
    if ((await readRecord(id)) === undefined) {
      // Another tab sent it, and told so in the moment in which this page said that it was not sent.
      const entry = entryOfRecord(id)
      if (this.#toldStored.has(entry) && this.#settled.has(entry))
        this.#tellSettled(entry, this.#settled.get(entry))
      return
    }
    const record = await changeRecord(id, (present) => present && { ...present, sending: sendingOf(present) })
    if (record === undefined) return
    this.tell(entryOfRecord(id), { kind: 'sending' })
    const response = await requestOf(record, this.formToken).catch(() => undefined)
    await this.#settle(record, response, await response?.json().catch(() => undefined))
  }

  async #settle({ id, sending }, response, answer) {
    if (answer === undefined || response.status >= 500 || response.status === 429) {
      // A text over which the server fails must not keep back a later one. Should it have been stored all the same,
      // the later one is kept beside it.
      const isReplaced = (present) => response?.status === 500 && !isSame(present, sending)
      await changeRecord(
        id,
        (present) => present && { ...present, ...(isReplaced(present) && { sending: null }) },
      )
      this.#wait(id, answer)
      return
    }
    this.#waits.delete(id)
    const isKept = answer.keptId !== undefined
    if (response.ok || isKept) {
      const version = isKept ? null : answer.version
      const left = await changeRecord(id, (present) => {
        if (version !== null) this.#versions.set(entryOfRecord(id), version)
        return withoutSent(present, sending, version)
      })
      this.#tellAll(id, { kind: isKept ? 'kept' : 'saved', answer, sent: sending })
      if (left !== undefined) await this.#sendRecord(id)
    } else if (response.status === 401) {
      this.#tellPlace(id, 'signed-out')
      this.#schedule(id, longestWaitMs)
    } else {
      // What the server does not take stays here, and can be changed or downloaded.
      await changeRecord(id, (present) => present && { ...present, sending: null })
      this.#tellPlace(id, 'refused', answer)
    }
  }

  #wait(id, answer) {
    const delayMs = Math.min((this.#waits.get(id) ?? 500) * 2, longestWaitMs)
    this.#waits.set(id, delayMs)
    this.#tellPlace(id, 'waiting', answer)
    this.#schedule(id, delayMs)
  }
}

/** The entry of a record: its id without the key at its end. */
export function entryOfRecord(id) {
  return id.slice(0, id.lastIndexOf(' '))
}

function isSame(one, other) {
  return one.value === other.value && one.detail === other.detail
}

function sendingOf({ sending, value, detail, base }) {
  return sending ?? { value, detail, base, key: newKey() }
}

/** `crypto.randomUUID` is only there on secure pages. */
function newKey() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
}

function requestOf({ api, kind, item, sending }, formToken) {
  const [folder, valueName, detailName] = bodyNames[kind]
  const detail = detailName === null ? {} : { [detailName]: sending.detail }
  return fetch(`${api}/${folder}/${encodeURIComponent(item)}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'if-match': `"${sending.base}"`,
      'idempotency-key': sending.key,
      'x-form-token': formToken,
    },
    body: JSON.stringify({ [valueName]: sending.value, ...detail }),
    signal: AbortSignal.timeout(20_000),
  })
}

/** What is left to send once `sending` was acknowledged: nothing, unless more was typed meanwhile. */
function withoutSent(present, sending, version) {
  if (present === undefined || present.sending?.key !== sending.key) return present
  if (isSame(present, sending)) return undefined
  return { ...present, sending: null, base: version ?? present.base }
}
