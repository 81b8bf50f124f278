/** A request that is sent again with its key is answered as the first time, and nothing is done twice. */
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { Shell } from '../../platform/shell.ts'
import { findAnswerTo, insertAnswerTo, type WriteKey } from './writeKeys.queries.ts'

export type SentOnce = {
  readonly inspectionId: string
  /** The key that the sender gave; null where the request is not to be known again. */
  readonly idempotencyKey: string | null
  /** Everything that the request asks for. */
  readonly said: readonly unknown[]
}

/**
 * Does `work`, unless a request of the same person with the same key was answered before: then that answer is given
 * again, as `schema` reads it. Refuses a key that was used to ask for something else. A refusal is not kept.
 */
export async function answerOnce<Answer>(
  tx: Transaction<Database>,
  shell: Shell,
  sent: SentOnce,
  schema: z.ZodType<Answer>,
  work: () => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const used = writeKeyOf(shell, sent)
  if (used === undefined) return work()
  const answered = await findAnswerTo(tx, used)
  if (answered !== undefined) {
    if (answered.requestHash !== used.requestHash) return refuse(problem('fieldwork.key-used-otherwise', {}))
    return done(schema.parse(answered.answer))
  }
  const outcome = await work()
  if (outcome.ok) await insertAnswerTo(tx, used, outcome.value, shell.now())
  return outcome
}

function writeKeyOf(
  { actor }: Shell,
  { inspectionId, idempotencyKey, said }: SentOnce,
): WriteKey | undefined {
  if (idempotencyKey === null) return undefined
  return {
    inspectionId,
    key: `${actor.personId ?? actor.name} ${idempotencyKey}`,
    requestHash: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
  }
}
