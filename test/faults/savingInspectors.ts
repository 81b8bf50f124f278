/** Inspectors who save without pause and count what was acknowledged, whatever happens to the server meanwhile. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export type Acknowledged = {
  readonly text: string
  /** The version it got; null if it was saved as a conflict. */
  readonly version: number | null
  readonly sawVersion: number
}

export type SavingInspectors = {
  readonly acknowledged: readonly Acknowledged[]
  /** What its writers saw was not stored, and gave up. */
  readonly notStored: readonly string[]
  /** How often a request had to be sent again. */
  readonly repeated: () => number
  /** Waits until each has the answer to what they sent last. */
  stop(): Promise<void>
}

/** What the API answers where the disk is full: nothing of the request is stored. */
const notStoredStatus = 507

/** One inspector for each token, at any of the notes. `address` is where the server is at the moment. */
export function startSaving(
  address: () => string,
  tokens: readonly string[],
  notes: readonly string[],
  chance: () => number,
): SavingInspectors {
  const acknowledged: Acknowledged[] = []
  const notStored: string[] = []
  let running = true
  let repeated = 0

  /** Sends it until it is answered; what may have arrived is sent again as it was. */
  async function send(note: string, token: string, text: string, sawVersion: number): Promise<Response> {
    const key = randomUUID()
    for (;;) {
      const response = await fetch(address() + note, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'if-match': `"${sawVersion}"`,
          'idempotency-key': key,
        },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(5_000),
      }).catch(() => undefined)
      if (response !== undefined && (response.status < 500 || response.status === notStoredStatus)) {
        return response
      }
      await response?.body?.cancel()
      repeated += 1
      await sleep(40)
    }
  }

  async function inspect(token: string): Promise<void> {
    const seen = new Map<string, number>()
    while (running) {
      const note = notes[Math.floor(chance() * notes.length)] ?? ''
      const sawVersion = seen.get(note) ?? 0
      const text = `note ${randomUUID()}`
      const response = await send(note, token, text, sawVersion)
      if (response.status === notStoredStatus) {
        notStored.push(text)
        await sleep(20)
      } else if (response.status === 200 || response.status === 412) {
        const version = Number(response.headers.get('etag')?.replaceAll('"', ''))
        seen.set(note, version)
        acknowledged.push({ text, sawVersion, version: response.status === 200 ? version : null })
      } else throw new Error(await response.text())
      await response.body?.cancel()
    }
  }

  const inspectors = tokens.map(inspect)
  const stop = async (): Promise<void> => {
    running = false
    await Promise.all(inspectors)
  }
  return { acknowledged, notStored, repeated: () => repeated, stop }
}
