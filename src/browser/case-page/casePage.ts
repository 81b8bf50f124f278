// The pages of a case: each entry is saved as it is typed, first in this browser and then on the server, and says
// in words where it is. Without this file the same pages have their save button.
import type { EntryValue } from '../../core/fieldwork/entry.ts'
import { isSentStatus } from '../../core/fieldwork/unsent/entryStatus.ts'
import { notSavedText } from '../../core/fieldwork/unsent/statusText.ts'
import { type EntryId, entryOfRecord } from '../../core/fieldwork/unsent/unsentRecord.ts'
import { isControl } from '../formControl.ts'
import { downloadRecords } from '../unsent/downloadRecords.ts'
import { Queue, type Told } from '../unsent/queue.ts'
import { signInLink } from '../unsent/session.ts'
import { hasOnlyHere } from '../unsentStore.ts'
import { answerByKey, moveOn } from './answerByKey.ts'
import {
  entryOf,
  errorIn,
  isChanged,
  partsOf,
  refOf,
  show,
  showDetail,
  shows,
  typedIn,
  versionOf,
} from './entryElement.ts'
import { say, showError, showStatus, toneOf } from './entryStatus.ts'
import { isTyped, Presence, refresh } from './lookAgain.ts'
import { type CasePage, entryIdOf, readCasePage } from './openCase.ts'

const typingPauseMs = 600
const lookAgainMs = 20_000
const refreshPauseMs = 1_000
const noRoomText =
  'This device is full. Leave this page open until everything is saved, or download your unsaved work. '

class AnsweredCase {
  readonly #page: CasePage
  readonly #frame: HTMLElement
  readonly #elements: readonly HTMLElement[]
  readonly #presence: Presence
  readonly #queue: Queue
  /** Whether something stopped what was typed from being sent. */
  #isCutOff = false
  #isSignedOut = false
  #refreshing: number | undefined
  #saying: number | undefined

  constructor(page: CasePage) {
    this.#page = page
    this.#frame = page.frame
    this.#elements = [...page.entries.values()]
    this.#presence = new Presence(page)
    this.#queue = new Queue({
      ...page,
      // What is left of other cases is sent and reported separately, as on every page.
      concerns: ({ api }) => api === page.api,
      tell: (told) => this.#hear(told),
      fill: (entry, value) => this.#fill(entry, value),
    })
  }

  async start(): Promise<void> {
    for (const element of this.#elements) showDetail(element)
    addEventListener('online', () => this.#queue.sendAll())
    addEventListener('beforeunload', (event) => {
      if (hasOnlyHere() || this.#queue.isStoring() || this.#faulty().length > 0) event.preventDefault()
    })
    document.addEventListener('visibilitychange', () => this.#queue.sendAll())
    this.#part('[data-download] button')?.addEventListener('click', () => this.#download())
    if (!this.#frame.hasAttribute('data-frozen')) {
      this.#listen()
      // What was answered before this script ran, on a slow line or computer, is saved as what comes after.
      for (const element of this.#elements.filter(isChanged)) this.#takeInput(element, 0)
    }
    this.#presence.meetOwnTabs()
    await this.#restore()
    this.#frame.dataset['ready'] = 'yes'
    // Another page may have sent something since this one was made by the server.
    await this.#lookAgain()
    setInterval(() => this.#lookAgain(), lookAgainMs)
  }

  #part(selector: string): HTMLElement | null {
    return this.#frame.querySelector<HTMLElement>(selector)
  }

  #listen(): void {
    const frame = this.#frame
    frame.addEventListener('input', ({ target }) => {
      const element = entryOf(target)
      if (element === null || !isControl(target) || target.dataset['part'] === undefined) return
      this.#takeInput(element, target.type === 'radio' ? 0 : typingPauseMs)
    })
    frame.addEventListener('focusout', ({ target }) => {
      const element = entryOf(target)
      const error = element === null ? null : errorIn(element)
      if (element !== null && error !== null) showError(element, error)
    })
    frame.addEventListener('keydown', (event) => {
      const element = answerByKey(event)
      if (element === null) return
      this.#write(element, 0)
      moveOn(element, this.#elements)
    })
    this.#part('[data-confirm] input')?.addEventListener('change', () => this.#confirmList())
    // The forms of a case's steps, which have no entries, are sent as they are.
    this.#part('form:has(.app-entry)')?.addEventListener('submit', (event) => this.#submit(event))
    document.querySelector('[data-keys]')?.removeAttribute('hidden')
    for (const button of frame.querySelectorAll<HTMLElement>('[data-propose-all] button'))
      this.#propose(button)
  }

  #faulty(): readonly HTMLElement[] {
    return this.#elements.filter((element) => errorIn(element) !== null)
  }

  #takeInput(element: HTMLElement, delayMs: number): void {
    if (errorIn(element) === null) this.#write(element, delayMs)
    else this.#sayNotSaved(element)
  }

  /** What cannot be saved is never said to be, not even while it is typed; what was there before is still stored. */
  #sayNotSaved(element: HTMLElement): void {
    element.dataset['typed'] = 'yes'
    say(element, notSavedText, 'not-saved')
    clearTimeout(this.#saying)
    this.#saying = setTimeout(() => showError(element, errorIn(element)), typingPauseMs)
  }

  #write(element: HTMLElement, delayMs: number): void {
    element.dataset['typed'] = 'yes'
    showError(element, null)
    showDetail(element)
    const ref = refOf(element)
    const typed = { api: this.#page.api, ...ref, ...typedIn(element), version: versionOf(element) }
    this.#queue.put(entryIdOf(this.#page, ref), typed, delayMs)
  }

  #fill(entry: EntryId, value: EntryValue): void {
    const element = this.#page.entries.get(entry)
    if (element !== undefined && errorIn(element) === null) show(element, value)
  }

  #hear({ id, status, isOfField }: Told): void {
    const element = this.#page.entries.get(entryOfRecord(id))
    if (element !== undefined && isOfField) {
      showStatus(element, status, this.#page)
      if (isSentStatus(status) && shows(element, status.sent)) delete element.dataset['typed']
    }
    if (status.name === 'saved') this.#refreshSoon()
    if (['waiting', 'refused', 'signed-out'].includes(status.name)) this.#isCutOff = true
    if (['storing', 'stored', 'sending'].includes(status.name)) return
    this.#isSignedOut = status.name === 'signed-out'
    void this.#countUnsent()
  }

  /**
   * Counts above the fields what waits. It is only said if something stops it from being sent: what is on its way for a
   * moment would move the fields under the hand of the person who answers them.
   */
  async #countUnsent(): Promise<void> {
    const count = (await this.#queue.unsent()).length
    this.#isCutOff &&= count > 0
    const isWaiting = this.#isCutOff || (count > 0 && hasOnlyHere())
    const download = this.#part('[data-download]')
    if (download !== null) download.hidden = !isWaiting
    const waiting = hasOnlyHere() ? noRoomText : `${count} on this device, not yet sent. `
    const link = signInLink(
      'govuk-link',
      'You are signed out. Sign in again to send your work; nothing is lost',
    )
    this.#part('[data-status]')?.replaceChildren(
      isWaiting ? waiting : '',
      ...(isWaiting && this.#isSignedOut ? [link] : []),
    )
  }

  /** What was typed here before and never acknowledged is in its field again. */
  async #restore(): Promise<void> {
    for (const record of await this.#queue.unsent()) {
      const element = this.#page.entries.get(entryOfRecord(record.id))
      // Someone who typed before this goes on in a record of their own.
      if (element === undefined || isTyped(element)) continue
      this.#queue.find(record)
    }
    await this.#queue.sendAll()
  }

  #refreshSoon(): void {
    clearTimeout(this.#refreshing)
    this.#refreshing = setTimeout(() => this.#refresh(), refreshPauseMs)
  }

  #refresh(): Promise<void> {
    return refresh(this.#page, async () => {
      const records = await this.#queue.unsent()
      return new Set(records.map(({ id }) => entryOfRecord(id)))
    })
  }

  async #lookAgain(): Promise<void> {
    await Promise.all([this.#presence.attend(), this.#refresh()])
  }

  /** A button records what is proposed for a section, if anything is. */
  #propose(button: HTMLElement): void {
    const section = button.closest('section')
    const frame = button.parentElement
    if (section === null || frame === null) return
    frame.hidden = section.querySelector('[data-reason]') === null
    button.addEventListener('click', () => {
      for (const hint of section.querySelectorAll<HTMLElement>('[data-reason]')) {
        const element = entryOf(hint)
        if (element === null || typedIn(element).value !== null) continue
        show(element, { value: 'na', detail: hint.dataset['reason'] ?? null })
        this.#write(element, 0)
      }
      frame.hidden = true
    })
  }

  /** What only the case list says is written as it is, by the person who confirms it. */
  #confirmList(): void {
    for (const element of this.#frame.querySelectorAll<HTMLElement>('[data-from-list]'))
      this.#write(element, 0)
    const confirm = this.#part('[data-confirm]')
    if (confirm !== null) confirm.hidden = true
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    const [faulty] = this.#faulty()
    if (faulty !== undefined) {
      showError(faulty, errorIn(faulty))
      partsOf(faulty, 'value')[0]?.focus()
      return
    }
    await this.#queue.sendAll()
    if ((await this.#queue.unsent()).length > 0) {
      this.#isCutOff = true
      await this.#countUnsent()
      return
    }
    const tones = this.#elements.map(toneOf)
    // Someone whose right was removed can open no further page: each entry says what became of it.
    if (tones.includes('for-lead')) return
    location.assign(tones.includes('in-conflict') ? `${this.#page.caseHref}/conflicts` : this.#page.next)
  }

  async #download(): Promise<void> {
    downloadRecords(await this.#queue.unsent())
  }
}

const page = readCasePage()
if (page !== undefined) void new AnsweredCase(page).start()
