/**
 * A request that is sent twice is done once. Its key is written in the first transaction of its work, so that either both
 * are there or neither; a second request with the key waits for that transaction and gets the same answer as the first.
 */
import { setTimeout } from 'node:timers/promises'
import type { Shell } from '../shell.ts'
import {
  deleteKey,
  findAnswer,
  type IdempotencyKey,
  insertKey,
  type StoredAnswer,
  updateAnswer,
} from './storedAnswer.queries.ts'

/** Whether a request was done now, or before. */
export type Once<Answer> =
  | { readonly kind: 'now'; readonly answer: Answer }
  | { readonly kind: 'before'; readonly stored: StoredAnswer }

export type OnceOptions<Answer> = {
  readonly key: IdempotencyKey
  /** Undefined if the answer says that nothing was done: then the request can be sent again with its key. */
  readonly seal: (answer: Answer) => Buffer | null | undefined
}

/** Thrown out of a transaction if another request was quicker. */
class SentBefore extends Error {}

const waitMs = 100
const mostWaits = 30

/** Does `work`, unless a request with the key was done before. `work` has to write with the shell that it receives. */
export async function runOnce<Answer>(
  shell: Shell,
  { key, seal }: OnceOptions<Answer>,
  work: (shell: Shell) => Promise<Answer>,
): Promise<Once<Answer>> {
  const before = await findAnswer(shell.database, key)
  if (before !== undefined) return answeredBefore(shell, key, before)
  const claim = { isWritten: false }
  try {
    return await store(shell, { key, seal }, claim, await work(claiming(shell, key, claim)))
  } catch (error) {
    if (!(error instanceof SentBefore)) throw error
    const stored = await findAnswer(shell.database, key)
    if (stored === undefined) throw error
    return answeredBefore(shell, key, stored)
  }
}

type Claim = { isWritten: boolean }

/** The shell whose first transaction that is committed writes the key. */
function claiming(shell: Shell, key: IdempotencyKey, claim: Claim): Shell {
  return {
    ...shell,
    transact: async (work) => {
      if (claim.isWritten) return shell.transact(work)
      const result = await shell.transact(async (tx) => {
        if (!(await insertKey(tx, key, shell.now()))) throw new SentBefore()
        return work(tx)
      })
      claim.isWritten ||= result.ok
      return result
    },
  }
}

async function store<Answer>(
  shell: Shell,
  { key, seal }: OnceOptions<Answer>,
  claim: Claim,
  answer: Answer,
): Promise<Once<Answer>> {
  const { database } = shell
  const sealed = seal(answer)
  if (sealed === undefined) {
    if (claim.isWritten) await deleteKey(database, key)
    // It may have been refused because the same request had just been done.
    const stored = claim.isWritten ? undefined : await findAnswer(database, key)
    return stored === undefined ? { kind: 'now', answer } : answeredBefore(shell, key, stored)
  }
  if (!claim.isWritten) await insertKey(database, key, shell.now())
  if (sealed !== null) await updateAnswer(database, key, sealed)
  return { kind: 'now', answer }
}

/** The answer to the first request, which may not have finished yet: then waits for a while. */
async function answeredBefore<Answer>(
  { database }: Shell,
  key: IdempotencyKey,
  found: StoredAnswer,
): Promise<Once<Answer>> {
  let stored = found
  for (let waits = 0; stored.answer === null && waits < mostWaits; waits += 1) {
    await setTimeout(waitMs)
    stored = (await findAnswer(database, key)) ?? stored
  }
  return { kind: 'before', stored }
}
