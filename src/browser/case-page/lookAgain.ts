// What a page of a case asks the server for by itself: what others wrote meanwhile, and who else has the case open.
import type { EntryRef, EntryVersion } from '../../core/fieldwork/entry.ts'
import { savedText } from '../../core/fieldwork/unsent/statusText.ts'
import type { EntryId } from '../../core/fieldwork/unsent/unsentRecord.ts'
import { show, showVersion, versionOf } from './entryElement.ts'
import { type OtherValue, say, showContested } from './entryStatus.ts'
import { type CasePage, entryIdOf } from './openCase.ts'
import { OwnTabs } from './ownTabs.ts'

/** What the API says of a case, as far as its pages use it. */
type LoadedCase = {
  readonly entries: readonly (EntryRef & EntryVersion)[]
  readonly kept: readonly (EntryRef & OtherValue)[]
  readonly warnings: readonly { readonly keyQuestion: string; readonly text: string }[]
}

/** Takes in what others wrote meanwhile, if nothing of the person's is on its way, and the warnings. */
export async function refresh(page: CasePage, unsent: () => Promise<ReadonlySet<EntryId>>): Promise<void> {
  const loaded: LoadedCase | undefined = await ask(page.api)
  if (loaded === undefined) return
  const waiting = await unsent()
  for (const entry of loaded.entries) {
    const id = entryIdOf(page, entry)
    const element = page.entries.get(id)
    if (element !== undefined && !waiting.has(id)) takeIn(element, entry, page.person)
  }
  for (const kept of loaded.kept) {
    const element = page.entries.get(entryIdOf(page, kept))
    if (element !== undefined) showContested(element, kept, page)
  }
  showWarnings(page.frame, loaded)
}

/** Shows a newer value, of someone else or the person's own from elsewhere, unless someone is in the field. */
function takeIn(element: HTMLElement, entry: EntryVersion, person: string): void {
  const isNewer = entry.version > versionOf(element)
  if (!isNewer || isTyped(element) || element.contains(document.activeElement)) return
  showVersion(element, entry.version)
  show(element, entry)
  const isOwn = entry.author.personId === person
  say(element, isOwn ? savedText(entry.at) : `${entry.author.name} changed this.`, 'saved')
}

/** Whether something is typed in the entry that is not known to be stored on the server. */
export function isTyped({ dataset: { typed } }: HTMLElement): boolean {
  return typed === 'yes'
}

function showWarnings(frame: HTMLElement, { warnings }: LoadedCase): void {
  for (const section of frame.querySelectorAll<HTMLElement>('[data-key-question]')) {
    const { keyQuestion: shown } = section.dataset
    const found = warnings.find(({ keyQuestion }) => keyQuestion === shown)
    const warning = section.querySelector<HTMLElement>('[data-warning]')
    if (warning === null) continue
    warning.hidden = found === undefined
    warning.textContent = found?.text ?? ''
  }
}

type Present = { readonly others: readonly { readonly name: string; readonly place: string }[] }

/** Who else has the case open: other people, and other tabs of the same person. */
export class Presence {
  readonly #page: CasePage
  readonly #ownTabs: OwnTabs
  #others: Present['others'] = []

  constructor(page: CasePage) {
    this.#page = page
    this.#ownTabs = new OwnTabs(page, () => this.#show())
  }

  meetOwnTabs(): void {
    this.#ownTabs.meet()
  }

  /** Says that this page is open, unless it may only be read, and shows who else has the case open. */
  async attend(): Promise<void> {
    const { api, frame, formToken, place } = this.#page
    const says = {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-form-token': formToken },
      body: JSON.stringify({ place }),
    }
    const present: Present | undefined = await ask(
      `${api}/presence`,
      frame.hasAttribute('data-reads-only') ? {} : says,
    )
    if (present !== undefined) this.#others = present.others
    this.#show()
  }

  #show(): void {
    const others = this.#others.map(({ name, place }) => `${name} (${place})`)
    const own = this.#ownTabs.places().map((place) => `you, in another tab (${place})`)
    const names = [...others, ...own].join(', ')
    const text = names === '' ? '' : `Also viewing this case: ${names}`
    const line = this.#page.frame.querySelector('[data-others]')
    // Put there again as it was, a line would be read out again.
    if (line !== null && line.textContent !== text) line.textContent = text
  }
}

type AskOptions = {
  readonly headers?: Readonly<Record<string, string>>
  readonly method?: string
  readonly body?: string
}

/** What the page asks by itself does not count as use: a page left open must not keep a session open. */
async function ask(address: string, options: AskOptions = {}) {
  const headers = { ...options.headers, 'x-unattended': 'yes' }
  const response = await fetch(address, { ...options, headers }).catch(() => undefined)
  return response?.ok ? response.json() : undefined
}
