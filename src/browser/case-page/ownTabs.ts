// The other tabs of this browser in which the same person has the same case open: they answer the call of this tab.

export type OpenCase = {
  readonly person: string
  readonly api: string
  /** Which page of the case it is, in words. */
  readonly place: string
}

type Message = OpenCase & { readonly kind: 'opened' | 'open' | 'gone'; readonly tab: string }

export class OwnTabs {
  readonly #tabs = new Map<string, string>()
  readonly #channel = new BroadcastChannel('assay-case-open')
  readonly #tab = crypto.getRandomValues(new Uint32Array(2)).join('-')
  readonly #case: OpenCase
  readonly #changed: () => void

  /** `changed` is called whenever a tab was opened or closed. */
  constructor({ person, api, place }: OpenCase, changed: () => void) {
    this.#case = { person, api, place }
    this.#changed = changed
  }

  meet(): void {
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data)
    addEventListener('pagehide', () => this.#call('gone'))
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#call('opened')
    })
    this.#call('opened')
  }

  /** Returns which page of the case each of the others shows. */
  places(): readonly string[] {
    return [...this.#tabs.values()]
  }

  #call(kind: Message['kind']): void {
    this.#channel.postMessage({ ...this.#case, kind, tab: this.#tab } satisfies Message)
  }

  #hear({ kind, person, api, place, tab }: Message): void {
    if (person !== this.#case.person || api !== this.#case.api) return
    if (kind === 'gone') this.#tabs.delete(tab)
    else this.#tabs.set(tab, place)
    if (kind === 'opened') this.#call('open')
    this.#changed()
  }
}
