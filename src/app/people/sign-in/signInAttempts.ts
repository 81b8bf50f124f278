import {
  accountAndPlace,
  accountAnywhere,
  accountsFromPlace,
  afterFailure,
  remembered,
  secondsToWait,
} from '../../../core/access/signInThrottle.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
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
  lockAttempts,
  saveFailures,
} from './signIn.queries.ts'

/** Whose attempts, and from where. `isOwnBrowser`: the account’s person has signed in from this browser before. */
type Place = { readonly key: FailureKey; readonly isOwnBrowser: boolean }

/**
 * Returns under what an attempt at the account of `email` is counted. A browser from which its person signed in before
 * is a place of its own: no one else’s failures, in this network or any other, make them wait there.
 */
async function placeOf(shell: Shell, email: string, visit: Visit): Promise<Place> {
  const isOwnBrowser = await knowsBrowser(shell.database, { email }, hashSecret(visit.browser))
  const place = isOwnBrowser ? `browser ${visit.browser}` : networkOf(visit.address)
  return { key: { account: hashSecret(email), place: hashSecret(place) }, isOwnBrowser }
}

/**
 * Counts an attempt as failed before its password or code is checked, so that a thousand at the same moment are a
 * thousand failures. Returns what it is counted under, for `deleteFailures` once it succeeds. Refuses if the person has
 * to wait after earlier failures.
 */
export async function countAttempt(shell: Shell, email: string, visit: Visit): Promise<Result<FailureKey>> {
  const now = shell.now()
  const { key, isOwnBrowser } = await placeOf(shell, email, visit)
  // In a transaction of its own, so that it stays counted whatever happens to the attempt.
  return makeShell(shell.database, shell.actor, shell.now).transact(async (tx) => {
    await lockAttempts(tx, key)
    const failures = await findFailures(tx, key)
    const seconds = Math.max(
      secondsToWait(failures, now, accountAndPlace),
      isOwnBrowser ? 0 : await secondsForStrangers(tx, key, now),
    )
    if (seconds > 0) return refuse(problem('people.sign-in-wait', { wait: waitText(seconds) }))
    await saveFailures(tx, key, afterFailure(failures, now))
    return done(key)
  })
}

/** Whole minutes are rounded up: it is never too early to try after them. */
function waitText(seconds: number): string {
  return seconds < 60 ? countOf(seconds, 'second') : countOf(Math.ceil(seconds / 60), 'minute')
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
