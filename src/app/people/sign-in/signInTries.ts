import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import { makeShell, type Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { knowsBrowser } from './session.queries.ts'
import {
  type FailureKey,
  findFailures,
  findFailuresAnywhere,
  findFailuresFrom,
  lockTries,
  saveFailures,
} from './signIn.queries.ts'
import {
  accountAndPlace,
  accountAnywhere,
  accountsFromPlace,
  afterFailure,
  remembered,
  secondsToWait,
} from './signInThrottle.ts'

/** Whose tries, and from where: `isOwnBrowser` where the account's person has signed in from this browser before. */
type Place = { readonly key: FailureKey; readonly isOwnBrowser: boolean }

/**
 * Under what a try to prove oneself as the account of `email` is counted. A browser from which its person signed in
 * before is a place of its own: nobody else's failures, here or anywhere, keep them waiting there.
 */
async function placeOf(shell: Shell, email: string, visit: Visit): Promise<Place> {
  const isOwnBrowser = await knowsBrowser(shell.database, { email }, hashSecret(visit.browser))
  const place = isOwnBrowser ? `browser ${visit.browser}` : networkOf(visit.address)
  return { key: { account: hashSecret(email), place: hashSecret(place) }, isOwnBrowser }
}

/**
 * Counts a try as failed before its password or code is looked at, so that a thousand at the same moment are a thousand
 * failures. Gives back what it is counted under, for `forgiveTries` once it was right. Refuses where the last ones are too near.
 */
export async function countTry(shell: Shell, email: string, visit: Visit): Promise<Result<FailureKey>> {
  const now = shell.now()
  const { key, isOwnBrowser } = await placeOf(shell, email, visit)
  // Counted by itself, and kept whatever becomes of what is tried.
  return makeShell(shell.database, shell.actor, shell.now).transact(async (tx) => {
    await lockTries(tx, key)
    const own = await findFailures(tx, key)
    const seconds = Math.max(
      secondsToWait(own, now, accountAndPlace),
      isOwnBrowser ? 0 : await secondsForStrangers(tx, key, now),
    )
    if (seconds > 0) return refuse(problem('people.sign-in-wait', { seconds }))
    await saveFailures(tx, key, afterFailure(own, now))
    return done(key)
  })
}

async function secondsForStrangers(tx: Tx, key: FailureKey, now: Date): Promise<number> {
  const during = remembered(now)
  const anywhere = await findFailuresAnywhere(tx, key.account, during)
  const fromHere = await findFailuresFrom(tx, key.place, during)
  return Math.max(
    secondsToWait(anywhere, now, accountAnywhere),
    secondsToWait(fromHere, now, accountsFromPlace),
  )
}
