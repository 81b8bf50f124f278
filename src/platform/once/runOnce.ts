/**
 * What is sent twice is done once. The key of a request is written in the first transaction of what it does, so that
 * the two are there together or not at all; a second request with the key waits for that transaction and is answered
 * as the first one was.
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

/** What a request comes to: done now, or done before. */
export type Once<Answer> =
  | { readonly kind: 'now'; readonly answer: Answer }
  | { readonly kind: 'before'; readonly stored: StoredAnswer }

export type OnceOptions<Answer> = {
  readonly key: IdempotencyKey
  /** Undefined if the answer says that nothing was done: then the request may be sent again with its key. */
  readonly seal: (answer: Answer) => Buffer | null | undefined
}

/** Carries the news out of a transaction that somebody else was quicker. */
class SentBefore extends Error {}

const waitMs = 100
const mostWaits = 30

/** Does `work`, unless a request with the key was done before. `work` has to write with the shell it is handed. */
export async function runOnce<Answer>(
  shell: Shell,
  { key, seal }: OnceOptions<Answer>,
  work: (shell: Shell) => Promise<Answer>,
): Promise<Once<Answer>> {
  const before = await findAnswer(shell.database, key)
  if (before !== undefined) return answeredBefore(shell, key, before)
  const claim = { isWritten: false }
  try {
    return await store(shell, key, claim, seal, await work(claiming(shell, key, claim)))
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
  key: IdempotencyKey,
  claim: Claim,
  seal: OnceOptions<Answer>['seal'],
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

/** The answer that was given before. The first request may not have finished it yet: that is waited for, for a while. */
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
