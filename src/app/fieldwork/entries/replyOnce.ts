/** A request that is sent again with its key gets the same reply as the first time, and nothing is done twice. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { insertReply, type RequestKey, type StoredReply } from './writeEntry.queries.ts'

export type KeyedRequest = {
  readonly inspectionId: string
  /** The key that the sender chose; null if the request is not to be recognised again. */
  readonly idempotencyKey: string | null
  /** Everything that the request asks for. */
  readonly content: readonly unknown[]
}

/** Returns the key as it is stored, where the same key of another person is another; undefined if the request has none. */
export function requestKeyOf(
  { actor }: Pick<Shell, 'actor'>,
  { inspectionId, idempotencyKey, content }: KeyedRequest,
): RequestKey | undefined {
  if (idempotencyKey === null) return undefined
  return {
    inspectionId,
    key: `${actor.personId ?? actor.name} ${idempotencyKey}`,
    fingerprint: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  }
}

/** Returns the reply that the request had, as `schema` reads it. Refuses a key that was used to ask for something else. */
export function replayReply<Reply>(
  stored: StoredReply,
  key: RequestKey | undefined,
  schema: z.ZodType<Reply>,
): Result<Reply> {
  if (stored.fingerprint !== key?.fingerprint) return refuse(problem('fieldwork.key-used-otherwise', {}))
  return done(schema.parse(stored.reply))
}

/** A request and what is known of it: `stored` if it was done before. */
export type KnownRequest<Reply> = {
  readonly key: RequestKey | undefined
  readonly stored: StoredReply | undefined
  readonly schema: z.ZodType<Reply>
}

/** Returns what `work` returns, or the stored reply if the request was done before. A refusal is not stored. */
export async function replyOnce<Reply>(
  tx: Tx,
  { now }: Pick<Shell, 'now'>,
  { key, stored, schema }: KnownRequest<Reply>,
  work: () => Promise<Result<Reply>>,
): Promise<Result<Reply>> {
  if (stored !== undefined) return replayReply(stored, key, schema)
  const outcome = await work()
  if (outcome.ok && key !== undefined) await insertReply(tx, { ...key, reply: outcome.value, at: now() })
  return outcome
}
