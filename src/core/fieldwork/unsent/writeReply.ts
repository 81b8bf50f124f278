/** What a server, or something on the way to it, replied to the writing of one entry, as far as a browser can tell. */

/** What the server said about a refusal, as whole sentences; empty if it said nothing. */
export type Explanation = { readonly title: string; readonly action: string }

export type WriteReply =
  /** `writtenAt` is an ISO instant by the server's clock; null for an entry that was never written. */
  | { readonly name: 'saved'; readonly version: number; readonly writtenAt: string | null }
  /** Stored next to the current value, which someone changed meanwhile. */
  | { readonly name: 'in-conflict'; readonly current: CurrentValue }
  /** Stored next to a case that was handed in before it arrived. */
  | { readonly name: 'after-hand-in' }
  /** Stored for the lead inspector, because its author may no longer write to the case. */
  | { readonly name: 'for-lead' }
  | ({ readonly name: 'refused' } & Explanation)
  | { readonly name: 'signed-out' }
  /** Nobody knows whether it was stored: it is sent again as it was. `failed` is a failure over this value. */
  | ({ readonly name: 'unknown' | 'failed' } & Explanation)

/** What someone else, or the same person in another tab, wrote. */
export type CurrentValue = {
  readonly value: string | null
  readonly writtenBy: string | null
  readonly writtenById: string | null
}

/** Replies that say that the value is stored. */
export type StoredReply = Extract<
  WriteReply,
  { name: 'saved' | 'in-conflict' | 'after-hand-in' | 'for-lead' }
>

/** Whether a reply says that the value is stored. */
export function isStored(reply: WriteReply): reply is StoredReply {
  return ['saved', 'in-conflict', 'after-hand-in', 'for-lead'].includes(reply.name)
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Returns what a reply means. `status` is the HTTP status, undefined if no answer came; `body` is what the JSON says,
 * undefined if it is none. Only what has the shape of this product's own answer counts as stored: a network that asks
 * for a sign-in of its own answers everything with 200.
 */
export function readWriteReply(status: number | undefined, body: unknown): WriteReply {
  const explanation = isFields(body)
    ? { title: textOf(body['title']) ?? '', action: textOf(body['detail']) ?? '' }
    : { title: '', action: '' }
  if (status === 500) return { name: 'failed', ...explanation }
  if (status === undefined || status > 500 || status === 429 || !isFields(body))
    return { name: 'unknown', ...explanation }
  if (textOf(body['keptId']) !== null) return readKept(body)
  if (status === 401) return { name: 'signed-out' }
  // Someone else is signed in now: it waits for its author, and nobody else may discard it.
  if (body['code'] === 'people.form-of-another-person') return { name: 'unknown', ...explanation }
  if (status >= 400) return { name: 'refused', ...explanation }
  const { version } = body
  if (typeof version !== 'number') return { name: 'unknown', ...explanation }
  return { name: 'saved', version, writtenAt: textOf(body['writtenAt']) }
}

function readKept(body: Fields): StoredReply {
  switch (body['code']) {
    case 'fieldwork.right-taken-away':
    case 'fieldwork.kept-in-conflict':
      return { name: 'for-lead' }
    case 'fieldwork.case-frozen':
      return { name: 'after-hand-in' }
    default:
      return { name: 'in-conflict', current: readCurrent(isFields(body['current']) ? body['current'] : {}) }
  }
}

/** Each kind of entry has its own name for its value. */
function readCurrent(current: Fields): CurrentValue {
  const values = ['answer', 'text', 'value', 'mark'].map((name) => textOf(current[name]))
  return {
    value: values.find((value) => value !== null) ?? null,
    writtenBy: textOf(current['writtenBy']),
    writtenById: textOf(current['writtenById']),
  }
}

function isFields(body: unknown): body is Fields {
  return typeof body === 'object' && body !== null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
