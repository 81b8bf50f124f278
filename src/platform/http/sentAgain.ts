/** A form, or an operation of the API, that was sent twice: its key, and what it is answered. */
import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { runOnce } from '../once/runOnce.ts'
import type { IdempotencyKey, StoredAnswer } from '../once/storedAnswer.queries.ts'
import { seal, unseal } from '../sealing.ts'
import type { Shell } from '../shell.ts'
import type { Application } from './application.ts'
import { formKeyField } from './formToken.ts'
import { problem } from './problems.ts'
import type { Reply, Route, RouteRequest } from './route.ts'
import { statusOfPage } from './statusOf.ts'

const keyHeader = 'idempotency-key'
const mostKeyLength = 200
/** An answer of this age is only reported, not repeated: in the meantime others may have changed more. */
const repeatedForMs = 10 * 60_000

const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), to: z.string() }),
  z.object({
    kind: z.literal('page'),
    template: z.string(),
    model: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal('json'),
    body: z.unknown(),
    status: z.number().exactOptional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
  }),
])

/** One request: where it goes, what it sent, and on whose behalf. `path` is its address as it was asked for. */
export type SentRequest = {
  readonly route: Route
  readonly path: string
  readonly sent: RouteRequest
  /** The fields without those that the platform adds. */
  readonly fields: Readonly<Record<string, string>>
}

/** Handles the request once: `handle` is not called for one that was done before. */
export async function handleOnce(
  application: Application,
  shell: Shell,
  request: SentRequest,
  handle: (shell: Shell) => Promise<Reply>,
): Promise<Reply> {
  const key = keyOf(shell, request)
  if (key === undefined) return handle(shell)
  const secret = sealingKey(request.sent)
  const once = await runOnce<Reply>(
    shell,
    { key, seal: (reply) => sealed(reply, secret, key.personId) },
    handle,
  )
  return once.kind === 'now'
    ? once.answer
    : replayAnswer(application, request, key, { stored: once.stored, now: shell.now() })
}

/** Undefined for a request that has no key, that nobody in particular sent, or that does no more when it is repeated. */
function keyOf({ actor }: Shell, { route, path, sent, fields }: SentRequest): IdempotencyKey | undefined {
  if (actor.personId === undefined || route.method !== 'POST' || route.repeats === true) return undefined
  const key = sent.headers[keyHeader] ?? sent.body[formKeyField] ?? ''
  if (key === '' || key.length > mostKeyLength) return undefined
  const files = sent.files.map(({ field, name, content }) => [field, name, sha256(content)])
  const asked = [path, Object.entries(fields).toSorted(), files, sent.json ?? null]
  return {
    personId: actor.personId,
    keyHash: sha256(`${route.path}\n${key}`),
    fingerprint: fingerprintOf(sent, JSON.stringify(asked)),
  }
}

/** The request may contain a password: only with its sender's own secret can anyone guess at it. */
function fingerprintOf(sent: RouteRequest, asked: string): string {
  return createHmac('sha256', sealingKey(sent)).update(asked).digest('base64url')
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url')
}

/** An answer may show what opens something, such as a new token: only its first reader can read it again. */
function sealingKey({ visit }: RouteRequest): Buffer {
  return createHash('sha256')
    .update(`answer\n${visit.bearer ?? visit.browser}`)
    .digest()
}

function sealed(reply: Reply, secret: Buffer, personId: string): Buffer | null | undefined {
  if (reply.kind === 'refused' || isRefusal(reply)) return undefined
  // A session that begins belongs to only one answer, and a file can be requested again.
  if (reply.kind === 'file' || (reply.kind === 'redirect' && reply.session !== undefined)) return null
  return seal(secret, JSON.stringify(reply), personId)
}

function isRefusal(reply: Reply): boolean {
  if (reply.kind === 'page') return statusOfPage(reply) >= 400
  return reply.kind === 'json' && (reply.status ?? 200) >= 400
}

/** What a request is answered whose key was used before. Refuses a key that was used to ask for something else. */
function replayAnswer(
  application: Application,
  { path, sent, fields }: SentRequest,
  key: IdempotencyKey,
  { stored, now }: { readonly stored: StoredAnswer; readonly now: Date },
): Reply {
  const isForm = sent.headers[keyHeader] === undefined
  if (stored.fingerprint !== key.fingerprint) {
    if (!isForm) return { kind: 'refused', problems: [problem('fieldwork.key-used-otherwise', {})] }
    return application.refusedFormPage({ why: 'sent-otherwise', path, fields, files: namesOf(sent) })
  }
  const opened = stored.answer && unseal(sealingKey(sent), stored.answer, key.personId)
  const reply = opened ? replySchema.parse(JSON.parse(opened)) : undefined
  const isRecent = now.getTime() - stored.writtenAt.getTime() < repeatedForMs
  if (reply !== undefined && (isRecent || !isForm)) return reply
  if (!isForm) return { kind: 'refused', problems: [problem('request.sent-before', {})] }
  const next = reply?.kind === 'redirect' ? { next: reply.to } : {}
  return application.refusedFormPage({ why: 'sent-before', path, fields: {}, files: [], ...next })
}

function namesOf({ files }: RouteRequest): readonly string[] {
  return files.map(({ name }) => name)
}
