/** A request that is sent again with its key is answered as the first time, and nothing is done twice. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { type Answered, insertAnswer, type UsedKey } from './writeEntry.queries.ts'

export type SentOnce = {
  readonly inspectionId: string
  /** The key that the sender gave; null where the request is not to be known again. */
  readonly idempotencyKey: string | null
  /** Everything that the request asks for. */
  readonly said: readonly unknown[]
}

/** The key as it is stored: that of another person is another. Undefined where the request has none. */
export function usedKeyOf(
  { actor }: Pick<Shell, 'actor'>,
  { inspectionId, idempotencyKey, said }: SentOnce,
): UsedKey | undefined {
  if (idempotencyKey === null) return undefined
  return {
    inspectionId,
    key: `${actor.personId ?? actor.name} ${idempotencyKey}`,
    requestHash: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
  }
}

/** The answer that the request of this key had, as `schema` reads it. Refuses a key that was used to ask for something else. */
export function answerAgain<Answer>(
  answered: Answered,
  used: UsedKey | undefined,
  schema: z.ZodType<Answer>,
): Result<Answer> {
  if (answered.requestHash !== used?.requestHash) {
    return refuse(problem('fieldwork.key-used-otherwise', {}))
  }
  return done(schema.parse(answered.answer))
}

/** Does `work`, unless `answered` says that the request was before: then as `answerAgain`. A refusal is not kept. */
export async function answerOnce<Answer>(
  tx: Tx,
  { now }: Pick<Shell, 'now'>,
  { used, answered }: { readonly used: UsedKey | undefined; readonly answered: Answered | undefined },
  schema: z.ZodType<Answer>,
  work: () => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  if (answered !== undefined) return answerAgain(answered, used, schema)
  const outcome = await work()
  if (outcome.ok && used !== undefined) {
    await insertAnswer(tx, { ...used, answer: outcome.value, at: now() })
  }
  return outcome
}
