// Sends from any page what the person typed at cases they have closed, or may not open any more, and says in one
// banner what becomes of it. These requests carry no mark of being unattended: what is typed is the person's own work,
// and each record is sent until it is acknowledged and no longer, so a page left open holds no session by it.

import { downloadRecords } from 'asset:fieldwork-download.js'
import { entryOfRecord, Queue } from 'asset:fieldwork-queue.js'

const lineWords = {
  saved: [
    '1 answer or note typed on this device is now saved',
    (count) => `${count} answers or notes typed on this device are now saved`,
  ],
  sending: [
    '1 answer or note typed on this device is being sent',
    (count) => `${count} answers or notes typed on this device are being sent`,
  ],
  waiting: [
    '1 answer or note typed on this device is not yet sent',
    (count) => `${count} answers or notes typed on this device are not yet sent`,
  ],
  'signed-out': [
    'You are signed out. 1 answer or note typed on this device is not yet sent',
    (count) => `You are signed out. ${count} answers or notes typed on this device are not yet sent`,
  ],
  proposed: ['Kept for the lead to decide: you no longer work on this case'],
  frozen: ['Kept beside the case, which was handed in before this arrived'],
  contested: ['Someone else changed the same. Both are kept for you to decide'],
  refused: [
    'The server did not take 1 answer or note typed on this device',
    (count) => `The server did not take ${count} answers or notes typed on this device`,
  ],
}

/** Of what was kept, why, by the code that the server gave. */
const keptStandings = {
  'fieldwork.right-taken-away': 'proposed',
  'fieldwork.kept-in-conflict': 'proposed',
  'fieldwork.case-frozen': 'frozen',
  'fieldwork.changed-meanwhile': 'contested',
}

export class UnsentWork {
  /** By entry, how it stands and the server's reason. */
  #states = new Map()
  /** The records that have been downloaded, which may be discarded. */
  #downloaded = []

  /** `banner` is the page's, not shown yet; `warning` that of the page which signs out, or null. */
  constructor({ isBesideCase, banner, warning, ...ofQueue }) {
    // What is on its way for a moment would move the fields of a case under the hand of whoever answers them.
    this.quiet = isBesideCase ? ['sending', 'saved'] : []
    this.banner = banner
    this.warning = warning
    this.queue = new Queue({ ...ofQueue, tell: (entry, state) => this.hear(entry, state) })
  }

  async start() {
    document.querySelector('main').prepend(this.banner)
    this.part('download').addEventListener('click', () => this.download())
    this.part('discard').addEventListener('click', () => this.discard())
    this.warning?.querySelector('[data-download-all]').addEventListener('click', () => this.downloadAll())
    this.warning?.querySelector('[data-remove-all]').addEventListener('click', () => this.removeAll())
    await this.show()
  }

  send() {
    return this.queue.sendAll()
  }

  hear(entry, { kind, answer, fromOtherTab }) {
    // What is typed in another tab is told of there.
    if (fromOtherTab && !this.#states.has(entry)) return
    const standing = standingOf(kind, answer)
    // What is tried again while it waits would otherwise be announced each time.
    const waits = ['waiting', 'signed-out'].includes(this.#states.get(entry)?.standing)
    if (kind !== 'sending' || !waits) this.#states.set(entry, { standing, reason: answer?.title })
    this.show()
  }

  async show() {
    const records = await this.queue.unsent()
    const unsent = new Set(records.map(({ id }) => entryOfRecord(id)))
    for (const entry of unsent) if (!this.#states.has(entry)) this.#states.set(entry, { standing: 'sending' })
    // What was discarded, or sent from another tab before this one listened, is neither here nor told of.
    const settled = ['saved', ...Object.values(keptStandings)]
    for (const [entry, { standing }] of this.#states)
      if (!unsent.has(entry) && !settled.includes(standing)) this.#states.delete(entry)
    this.print()
    const refused = this.refusedOf(records)
    this.part('download').hidden = refused.length === 0
    this.part('discard').hidden = !refused.some((record) => this.isDownloaded(record))
    if (this.warning !== null) this.warning.hidden = unsent.size === 0
  }

  print() {
    const byStanding = Map.groupBy([...this.#states], ([, { standing }]) => standing)
    const lines = Object.keys(lineWords).flatMap((standing) => {
      const found = byStanding.get(standing) ?? []
      return found.length === 0 || this.quiet.includes(standing) ? [] : [lineOf(standing, found)]
    })
    const list = this.part('lines')
    // Put there again as it was, a line would be read out again.
    if (list.innerHTML !== lines.map(({ outerHTML }) => outerHTML).join('')) list.replaceChildren(...lines)
    this.banner.hidden = lines.length === 0
  }

  refusedOf(records) {
    return records.filter(({ id }) => this.#states.get(entryOfRecord(id))?.standing === 'refused')
  }

  isDownloaded({ id, at }) {
    return this.#downloaded.some((record) => record.id === id && record.at === at)
  }

  async download() {
    this.#downloaded = this.refusedOf(await this.queue.unsent())
    downloadRecords(this.#downloaded)
    await this.show()
  }

  async discard() {
    const records = this.refusedOf(await this.queue.unsent()).filter((record) => this.isDownloaded(record))
    const question = `Discard from this device what was downloaded (${records.length})? This cannot be undone.`
    if (!confirm(question)) return
    await Promise.all(records.map((record) => this.queue.discard(record)))
    await this.show()
  }

  async downloadAll() {
    downloadRecords(await this.queue.unsent())
  }

  /** On the page that signs out: nothing of the person stays on a device that others use. */
  async removeAll() {
    const records = await this.queue.unsent()
    const question = `Remove from this device the answers and notes that are not sent (${records.length})? This cannot be undone.`
    if (!confirm(question)) return
    await Promise.all(records.map((record) => this.queue.discard(record)))
    await this.show()
  }

  part(name) {
    return this.banner.querySelector(`[data-${name}]`)
  }
}

function standingOf(kind, answer) {
  if (kind === 'kept') return keptStandings[answer.code] ?? 'contested'
  // Somebody else has signed in beside this page: it waits for its person, and nobody else may discard it.
  return answer?.code === 'people.form-of-another-person' ? 'waiting' : kind
}

/** One line of the banner: how many stand so, at which cases, and why where the server said. */
function lineOf(standing, found) {
  const [one, many] = lineWords[standing]
  const line = document.createElement('p')
  line.className = 'govuk-body'
  line.dataset.standing = standing
  line.append(found.length === 1 || many === undefined ? one : many(found.length), ': ')
  const addresses = new Set(found.map(([entry]) => entry.split(' ')[1].replace('/api/v1', '')))
  for (const address of addresses) {
    line.append(...(line.lastElementChild === null ? [] : [', ']), caseNamed(address, standing))
  }
  line.append('.')
  const reasons = standing === 'refused' ? new Set(found.map(([, { reason }]) => reason ?? '')) : []
  for (const reason of reasons) line.append(` ${reason}`)
  if (standing === 'signed-out') line.append(' ', signInLink())
  return line
}

/** The case by its id, as a link where the person can still open it. */
function caseNamed(address, standing) {
  const element = document.createElement(standing === 'proposed' ? 'strong' : 'a')
  element.textContent = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
  if (standing === 'proposed') return element
  element.className = 'govuk-notification-banner__link'
  element.href = standing === 'contested' ? `${address}/conflicts` : address
  return element
}

function signInLink() {
  const link = document.createElement('a')
  link.className = 'govuk-notification-banner__link'
  link.href = `/sign-in?to=${encodeURIComponent(location.pathname)}`
  link.textContent = 'Sign in again; nothing is lost'
  return link
}
