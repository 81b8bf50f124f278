// The other tabs of this browser in which the same person has the same case open: they answer to this one's call.

export class OwnTabs {
  #tabs = new Map()
  #channel = new BroadcastChannel('assay-case-open')
  #tab = crypto.getRandomValues(new Uint32Array(2)).join('-')

  /** `changed` is called whenever a tab was opened or closed. */
  constructor({ person, api, place, changed }) {
    Object.assign(this, { person, api, place, changed })
  }

  meet() {
    this.#channel.onmessage = ({ data }) => this.#hear(data)
    addEventListener('pagehide', () => this.#call('gone'))
    addEventListener('pageshow', ({ persisted }) => persisted && this.#call('opened'))
    this.#call('opened')
  }

  /** Which page of the case each of the others shows. */
  places() {
    return [...this.#tabs.values()]
  }

  #call(kind) {
    const { person, api, place } = this
    this.#channel.postMessage({ kind, person, api, place, tab: this.#tab })
  }

  #hear({ kind, person, api, place, tab }) {
    if (person !== this.person || api !== this.api) return
    if (kind === 'gone') this.#tabs.delete(tab)
    else this.#tabs.set(tab, place)
    if (kind === 'opened') this.#call('open')
    this.changed()
  }
}
