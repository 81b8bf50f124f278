import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Visit } from '../../platform/http/access.ts'
import { networkOf } from '../../platform/http/network.ts'
import { hashSecret } from '../../platform/secrets.ts'
import type { Shell } from '../../platform/shell.ts'
import {
  deleteFailures,
  type FailureKey,
  findFailures,
  lockTries,
  saveFailures,
  takeBackFailure,
} from './signIn.queries.ts'
import { accountAndAddress, addressAlone, afterFailure, secondsToWait } from './signInThrottle.ts'

type Transaction = Parameters<Parameters<Shell['transact']>[0]>[0]

/** Stands in the account's place where tries are counted over all accounts. */
const anyAccount = 'any'

/** Under what the tries to prove oneself as the account of `email` are counted. */
export function triesOf(email: string, visit: Visit): FailureKey {
  return { account: hashSecret(email), address: hashSecret(networkOf(visit.address)) }
}

/**
 * Counts a try as failed before its password is looked at, so that a thousand at the same moment are a thousand
 * failures. Refuses where the last ones are too near.
 */
export async function countTry(shell: Shell, key: FailureKey): Promise<Result<null>> {
  const now = shell.now()
  return shell.transact(async (tx) => {
    await lockTries(tx, key.address)
    const overall = { ...key, account: anyAccount }
    const own = await findFailures(tx, key)
    const all = await findFailures(tx, overall)
    const seconds = Math.max(
      secondsToWait(own, now, accountAndAddress),
      secondsToWait(all, now, addressAlone),
    )
    if (seconds > 0) return refuse(problem('people.sign-in-wait', { seconds }))
    await saveFailures(tx, key, afterFailure(own, now))
    await saveFailures(tx, overall, afterFailure(all, now))
    return done(null)
  })
}

/** After the right password: forgets the failures of this account from here, and the one that was counted ahead. */
export async function forgiveTries(tx: Transaction, key: FailureKey): Promise<void> {
  await deleteFailures(tx, key)
  await takeBackFailure(tx, { ...key, account: anyAccount })
}
