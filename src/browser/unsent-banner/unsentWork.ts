// Sends from any page what the person typed at cases they have closed, or may not open any more, and says in one
// banner what becomes of it. These requests carry no mark of being unattended: what is typed is the person's own work,
// and each record is sent until it is acknowledged and no longer, so a page left open holds no session by it.
import { type EntryStatus, isSent } from '../../core/fieldwork/unsent/entryStatus.ts'
import type { RecordId, UnsentRecord } from '../../core/fieldwork/unsent/unsentRecord.ts'
import { downloadRecords } from '../unsent/downloadRecords.ts'
import { Queue, type QueueOptions, type Told } from '../unsent/queue.ts'
import { readFormToken, signInLink } from '../unsent/session.ts'
import {
  discardQuestion,
  removeQuestion,
  type UnsentLine,
  unsentLines,
  unsentLineText,
} from './unsentLines.ts'

export type UnsentWorkOptions = Pick<QueueOptions, 'person' | 'concerns'> & {
  /** Whether the page is one of a case. */
  readonly isNextToCase: boolean
  /** The page's, not shown yet. */
  readonly banner: HTMLElement
  /** That of the page which signs out; null on any other. */
  readonly warning: HTMLElement | null
}

type Known = { readonly line: UnsentLine; readonly reason: string }

export class UnsentWork {
  readonly #known = new Map<RecordId, Known>()
  /** The records that have been downloaded, which may be discarded. */
  #downloaded: readonly UnsentRecord[] = []
  readonly #quiet: readonly UnsentLine[]
  readonly #banner: HTMLElement
  readonly #warning: HTMLElement | null
  readonly #queue: Queue

  constructor({ isNextToCase, banner, warning, ...ofQueue }: UnsentWorkOptions) {
    // What is on its way for a moment would move the fields of a case under the hand of the person who answers them.
    this.#quiet = isNextToCase ? ['sending', 'saved'] : []
    this.#banner = banner
    this.#warning = warning
    const tell = (told: Told): void => this.#hear(told)
    this.#queue = new Queue({ ...ofQueue, formToken: readFormToken(), tell, fill: () => undefined })
  }

  async start(): Promise<void> {
    document.querySelector('main')?.prepend(this.#banner)
    this.#part('download')?.addEventListener('click', () => this.#download())
    this.#part('discard')?.addEventListener('click', () => this.#discard())
    const warning = this.#warning
    warning?.querySelector('[data-download-all]')?.addEventListener('click', () => this.#downloadAll())
    warning?.querySelector('[data-remove-all]')?.addEventListener('click', () => this.#removeAll())
    await this.#show()
  }

  send(): Promise<void> {
    return this.#queue.sendAll()
  }

  #hear({ id, status, isFromOtherTab }: Told): void {
    // What is typed in another tab is reported there.
    if (isFromOtherTab && !this.#known.has(id)) return
    // What is tried again while it waits would otherwise be announced each time.
    const waits = ['waiting', 'signed-out'].includes(this.#known.get(id)?.line ?? '')
    const line = lineOf(status)
    if (line !== null && (line !== 'sending' || !waits))
      this.#known.set(id, { line, reason: status.name === 'refused' ? status.title : '' })
    void this.#show()
  }

  async #show(): Promise<void> {
    const records = await this.#queue.unsent()
    const unsent = new Set(records.map(({ id }) => id))
    for (const id of unsent) if (!this.#known.has(id)) this.#known.set(id, { line: 'sending', reason: '' })
    // What was discarded, or sent from another tab before this one listened, is neither here nor reported.
    for (const [id, { line }] of this.#known) if (!unsent.has(id) && !isSent(line)) this.#known.delete(id)
    this.#print()
    const refused = this.#refusedOf(records)
    this.#showPart('download', refused.length > 0)
    this.#showPart(
      'discard',
      refused.some((record) => this.#isDownloaded(record)),
    )
    if (this.#warning !== null) this.#warning.hidden = unsent.size === 0
  }

  #print(): void {
    const lines = unsentLines.flatMap((line) => {
      const found = [...this.#known].filter(([, known]) => known.line === line)
      return found.length === 0 || this.#quiet.includes(line) ? [] : [lineElement(line, found)]
    })
    const list = this.#part('lines')
    // Put there again as it was, a line would be read out again.
    if (list !== null && list.innerHTML !== lines.map(({ outerHTML }) => outerHTML).join(''))
      list.replaceChildren(...lines)
    this.#banner.hidden = lines.length === 0
  }

  #refusedOf(records: readonly UnsentRecord[]): readonly UnsentRecord[] {
    return records.filter(({ id }) => this.#known.get(id)?.line === 'refused')
  }

  #isDownloaded({ id, at }: UnsentRecord): boolean {
    return this.#downloaded.some((record) => record.id === id && record.at === at)
  }

  async #download(): Promise<void> {
    this.#downloaded = this.#refusedOf(await this.#queue.unsent())
    downloadRecords(this.#downloaded)
    await this.#show()
  }

  async #discard(): Promise<void> {
    const records = this.#refusedOf(await this.#queue.unsent()).filter((record) => this.#isDownloaded(record))
    if (confirm(discardQuestion(records.length))) await this.#discardAll(records)
  }

  async #downloadAll(): Promise<void> {
    downloadRecords(await this.#queue.unsent())
  }

  /** On the page that signs out: nothing of the person stays on a device that others use. */
  async #removeAll(): Promise<void> {
    const records = await this.#queue.unsent()
    if (confirm(removeQuestion(records.length))) await this.#discardAll(records)
  }

  async #discardAll(records: readonly UnsentRecord[]): Promise<void> {
    await Promise.all(records.map((record) => this.#queue.discard(record)))
    await this.#show()
  }

  #part(name: 'lines' | 'download' | 'discard'): HTMLElement | null {
    return this.#banner.querySelector<HTMLElement>(`[data-${name}]`)
  }

  #showPart(name: 'download' | 'discard', isShown: boolean): void {
    const part = this.#part(name)
    if (part !== null) part.hidden = !isShown
  }
}

function lineOf({ name }: EntryStatus): UnsentLine | null {
  return unsentLines.find((line) => line === name) ?? null
}

type Found = readonly (readonly [RecordId, Known])[]

/** One line of the banner: how many have this status, at which cases, and the server's reason for a refusal. */
function lineElement(line: UnsentLine, found: Found): HTMLElement {
  const element = document.createElement('p')
  element.className = 'govuk-body'
  element.append(unsentLineText(line, found.length), ': ')
  const addresses = new Set(found.map(([id]) => (id.split(' ')[1] ?? '').replace('/api/v1', '')))
  for (const address of addresses) {
    element.append(...(element.lastElementChild === null ? [] : [', ']), caseNamed(address, line))
  }
  element.append('.')
  for (const reason of new Set(found.map(([, known]) => known.reason)))
    if (reason !== '') element.append(` ${reason}`)
  if (line === 'signed-out') element.append(' ', bannerSignInLink())
  return element
}

/** The case by its id, as a link if the person can still open it. */
function caseNamed(address: string, line: UnsentLine): HTMLElement {
  const name = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
  if (line === 'for-lead') {
    const element = document.createElement('strong')
    element.textContent = name
    return element
  }
  const link = document.createElement('a')
  link.className = linkClass
  link.textContent = name
  link.href = line === 'in-conflict' ? `${address}/conflicts` : address
  return link
}

const linkClass = 'govuk-notification-banner__link'

function bannerSignInLink(): HTMLAnchorElement {
  return signInLink(linkClass, 'Sign in again to send your work; nothing is lost')
}
