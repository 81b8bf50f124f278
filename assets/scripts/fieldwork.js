// The pages of a case: each entry is saved as it is typed, first in this browser and then on the server, and says
// in words where it is. Without this file the same pages have their save button.

import { isOnlyHere } from 'asset:fieldwork-browser-store.js'
import { downloadRecords } from 'asset:fieldwork-download.js'
import {
  answerByKey,
  entryOf,
  faultOf,
  isChanged,
  moveOn,
  savedWords,
  say,
  show,
  showContested,
  showDetail,
  showError,
  showState,
  shows,
  showVersion,
  typedIn,
} from 'asset:fieldwork-entry.js'
import { OwnTabs } from 'asset:fieldwork-own-tabs.js'
import { entryOfRecord, Queue } from 'asset:fieldwork-queue.js'

const typingPauseMs = 600
const lookAgainMs = 20_000
const noRoomWords =
  'This device has no room to keep what you type. Leave this page open until it is saved, or download what is not sent. '

class CasePage {
  constructor(frame) {
    this.frame = frame
    this.api = frame.dataset.api
    this.person = frame.dataset.person
    this.formToken = document.querySelector('meta[name="form-token"]').content
    const elements = [...frame.querySelectorAll('.app-entry')]
    this.entries = new Map(elements.map((element) => [this.idOf(element.dataset), element]))
    this.others = []
    this.ownTabs = new OwnTabs({ ...frame.dataset, changed: () => this.sayOthers() })
    // What is left of other cases is sent and told of beside this, as on every page.
    const concerns = ({ api }) => api === this.api
    this.queue = new Queue({ ...this, concerns, tell: (id, state) => this.hear(id, state) })
  }

  idOf({ kind, item }) {
    return [this.person, this.api, kind, item].join(' ')
  }

  async start() {
    for (const element of this.entries.values()) showDetail(element)
    addEventListener('online', () => this.queue.sendAll())
    addEventListener('beforeunload', (event) => {
      if (isOnlyHere() || this.queue.isStoring() || this.faulty().length > 0) event.preventDefault()
    })
    document.addEventListener('visibilitychange', () => this.queue.sendAll())
    this.frame.querySelector('[data-download] button')?.addEventListener('click', () => this.download())
    if (!this.frame.hasAttribute('data-frozen')) {
      this.listen()
      // What was answered before this script ran, on a slow line or computer, is saved as what comes after.
      for (const element of [...this.entries.values()].filter(isChanged)) {
        if (faultOf(element) !== null) this.say(element)
        else this.write(element, 0)
      }
    }
    this.ownTabs.meet()
    await this.restore()
    this.frame.dataset.ready = 'yes'
    // Another page may have sent something since this one was made by the server.
    await Promise.all([this.attend(), this.refresh()])
    setInterval(() => Promise.all([this.attend(), this.refresh()]), lookAgainMs)
  }

  listen() {
    const { frame } = this
    frame.addEventListener('input', ({ target }) => {
      const element = entryOf(target)
      if (element === null || !target.dataset.part) return
      if (faultOf(element) !== null) this.say(element)
      else this.write(element, target.type === 'radio' ? 0 : typingPauseMs)
    })
    frame.addEventListener('focusout', ({ target }) => {
      const element = entryOf(target)
      if (element !== null && faultOf(element) !== null) showError(element, faultOf(element))
    })
    frame.addEventListener('keydown', (event) => {
      const element = answerByKey(event)
      if (element === null) return
      this.write(element, 0)
      moveOn(element, [...this.entries.values()])
    })
    frame.querySelector('[data-confirm] input')?.addEventListener('change', () => this.confirmList())
    // The forms of a case's steps, which have no entries, are sent as they are.
    frame.querySelector('form:has(.app-entry)')?.addEventListener('submit', (event) => this.submit(event))
    document.querySelector('[data-keys]')?.removeAttribute('hidden')
    for (const button of frame.querySelectorAll('[data-propose-all] button')) {
      button.parentElement.hidden = button.closest('section').querySelector('[data-reason]') === null
      button.addEventListener('click', () => this.takeProposals(button))
    }
  }

  faulty() {
    return [...this.entries.values()].filter((element) => faultOf(element) !== null)
  }

  /** What cannot be saved is never said to be, not even while it is typed; what was there before is still stored. */
  say(element) {
    element.dataset.typed = 'yes'
    say(element, 'Not saved. The value before is still stored.', 'not-sent')
    clearTimeout(this.saying)
    this.saying = setTimeout(() => showError(element, faultOf(element)), typingPauseMs)
  }

  write(element, delayMs) {
    const { kind, item, version } = element.dataset
    element.dataset.typed = 'yes'
    showError(element, null)
    showDetail(element)
    const typed = { api: this.api, kind, item, ...typedIn(element), version: Number(version) }
    this.queue.put(this.idOf(element.dataset), typed, delayMs)
  }

  hear(id, state) {
    const element = this.entries.get(id)
    if (element !== undefined) {
      if (state.fromOtherTab && state.kind === 'saved' && element.dataset.typed !== 'yes') {
        show(element, state.sent.value, state.sent.detail)
      }
      showState(element, state, this.frame.dataset)
      if (['saved', 'kept'].includes(state.kind) && shows(element, state.sent)) delete element.dataset.typed
    }
    if (state.kind === 'saved') this.refreshSoon()
    if (['waiting', 'refused', 'signed-out'].includes(state.kind)) this.isCutOff = true
    if (['typed', 'stored', 'sending'].includes(state.kind)) return
    this.isSignedOut = state.kind === 'signed-out'
    this.countUnsent()
  }

  /**
   * Counts above the fields what waits. It is only said where something kept it from being sent: what is on its way
   * for a moment would move the fields under the hand of whoever answers them.
   */
  async countUnsent() {
    const count = (await this.queue.unsent()).length
    this.isCutOff &&= count > 0
    const isWaiting = this.isCutOff || (count > 0 && isOnlyHere())
    this.frame.querySelector('[data-download]').hidden = !isWaiting
    const waiting = isOnlyHere() ? noRoomWords : `${count} on this device, not yet sent. `
    const words = isWaiting ? waiting : ''
    this.frame
      .querySelector('[data-status]')
      .replaceChildren(words, ...(isWaiting && this.isSignedOut ? [signInLink()] : []))
  }

  /** What was typed here before and never acknowledged stands in its field again. */
  async restore() {
    for (const record of await this.queue.unsent()) {
      const element = this.entries.get(entryOfRecord(record.id))
      // Who was quicker than this goes on in a record of their own.
      if (element === undefined || element.dataset.typed === 'yes') continue
      this.queue.adopt(record)
      show(element, record.value, record.detail)
      this.hear(entryOfRecord(record.id), { kind: 'stored', place: 'device' })
    }
    await this.queue.sendAll()
  }

  refreshSoon() {
    clearTimeout(this.refreshing)
    this.refreshing = setTimeout(() => this.refresh(), 1_000)
  }

  /** Takes in what others wrote meanwhile, where nothing of one's own is on its way, and the warnings. */
  async refresh() {
    const loaded = await askFor(this.api)
    if (loaded === undefined) return
    const waiting = new Set((await this.queue.unsent()).map(({ id }) => entryOfRecord(id)))
    for (const entry of loaded.entries) {
      const element = this.entries.get(this.idOf(entry))
      if (element !== undefined && !waiting.has(this.idOf(entry))) takeIn(element, entry, this.person)
    }
    for (const kept of loaded.kept) {
      const element = this.entries.get(this.idOf(kept))
      if (element !== undefined) showContested(element, kept, this.frame.dataset.caseHref, this.person)
    }
    for (const section of this.frame.querySelectorAll('[data-key-question]')) {
      const found = loaded.warnings.find(({ keyQuestion }) => keyQuestion === section.dataset.keyQuestion)
      const warning = section.querySelector('[data-warning]')
      warning.hidden = found === undefined
      warning.textContent = found?.text ?? ''
    }
  }

  /** Says that this page is open, unless it may only be read, and shows who else has the case open. */
  async attend() {
    const says = {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-form-token': this.formToken },
      body: JSON.stringify({ place: this.frame.dataset.place }),
    }
    const answer = await askFor(
      `${this.api}/presence`,
      this.frame.hasAttribute('data-reads-only') ? {} : says,
    )
    if (answer !== undefined) this.others = answer.others.map(({ name, place }) => `${name} (${place})`)
    this.sayOthers()
  }

  sayOthers() {
    const own = this.ownTabs.places().map((place) => `you, in another tab (${place})`)
    const words = [...this.others, ...own].join(', ')
    const text = words === '' ? '' : `Also at this case now: ${words}`
    const line = this.frame.querySelector('[data-others]')
    if (line.textContent !== text) line.textContent = text
  }

  takeProposals(button) {
    for (const hint of button.closest('section').querySelectorAll('[data-reason]')) {
      const element = entryOf(hint)
      if (typedIn(element).value !== null) continue
      show(element, 'na', hint.dataset.reason)
      this.write(element, 0)
    }
    button.parentElement.hidden = true
  }

  /** What only the case list says is written as it stands, by whoever confirms it. */
  confirmList() {
    for (const element of this.frame.querySelectorAll('[data-from-list]')) this.write(element, 0)
    this.frame.querySelector('[data-confirm]').hidden = true
  }

  async submit(event) {
    event.preventDefault()
    const [faulty] = this.faulty()
    if (faulty !== undefined) {
      showError(faulty, faultOf(faulty))
      faulty.querySelector('[data-part="value"]').focus()
      return
    }
    await this.queue.sendAll()
    const left = (await this.queue.unsent()).length
    const { next, caseHref } = this.frame.dataset
    if (left > 0) {
      this.isCutOff = true
      await this.countUnsent()
      return
    }
    // Whose right was taken away can open no further page: the words beside each entry say what became of it.
    if (this.frame.querySelector('[data-standing="proposed"]') === null) {
      const isContested = this.frame.querySelector('[data-standing="contested"]') !== null
      location.assign(isContested ? `${caseHref}/conflicts` : next)
    }
  }

  async download() {
    downloadRecords(await this.queue.unsent())
  }
}

/** Shows a newer value, of somebody else or of oneself from elsewhere, unless somebody is in the field. */
function takeIn(element, entry, person) {
  const isNewer = entry.version > Number(element.dataset.version)
  if (!isNewer || element.dataset.typed === 'yes' || element.contains(document.activeElement)) return
  showVersion(element, entry.version)
  show(element, entry.value, entry.detail)
  const isOwn = entry.author.personId === person
  say(element, isOwn ? savedWords(entry.at) : `${entry.author.name} changed this`, 'saved')
}

/** What the page asks by itself. The mark keeps it from counting as use: a page left open does not hold a session. */
async function askFor(address, options = {}) {
  const headers = { ...options.headers, 'x-unattended': 'yes' }
  const response = await fetch(address, { ...options, headers }).catch(() => undefined)
  return response?.ok ? response.json() : undefined
}

function signInLink() {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `/sign-in?to=${encodeURIComponent(location.pathname)}`
  link.textContent = 'You are signed out. Sign in again; nothing is lost'
  return link
}

const frame = document.querySelector('[data-case]')
if (frame !== null && frame.dataset.person !== '' && 'indexedDB' in window) new CasePage(frame).start()
