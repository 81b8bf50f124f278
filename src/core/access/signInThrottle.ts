/**
 * How long to wait after failed sign-ins. There are three counts, each with its own allowance: a strict one for each
 * account and place, a slow one for each account over all places, and a slow one for each place over all accounts. No
 * wait is forever.
 */

export type Failures = { readonly count: number; readonly lastAt: Date }

/** How many failures cost nothing, the first wait after them, which doubles with each further one, and the longest. */
type Allowance = { readonly free: number; readonly firstSeconds: number; readonly longestSeconds: number }

/** For one account from one place: a network, or a browser from which its person has signed in before. */
export const accountAndPlace: Allowance = { free: 4, firstSeconds: 15, longestSeconds: 15 * 60 }
/** For one account from everywhere, so that a thousand addresses are not a thousand allowances; short for its person. */
export const accountAnywhere: Allowance = { free: 10, firstSeconds: 15, longestSeconds: 5 * 60 }
/** For one network over all accounts: people of an office with one address mistype too, and wait only a little. */
export const accountsFromPlace: Allowance = { free: 40, firstSeconds: 15, longestSeconds: 60 }

const longestWaitSeconds = accountAndPlace.longestSeconds
/** Older failures are forgotten, and so are some in the future: the clock was set back after them. */
export const memoryHours = 12

/** Returns the moments between which a last failure is still remembered at `now`. */
export function remembered(now: Date): { readonly since: Date; readonly until: Date } {
  return {
    since: new Date(now.getTime() - memoryHours * 3_600_000),
    until: new Date(now.getTime() + longestWaitSeconds * 1000),
  }
}

/** Returns the seconds until the next attempt is allowed; 0 if it is allowed now. */
export function secondsToWait(failures: Failures | undefined, now: Date, allowance: Allowance): number {
  if (failures === undefined || failures.count <= allowance.free || isForgotten(failures, now)) return 0
  const wait = Math.min(
    allowance.firstSeconds * 2 ** (failures.count - allowance.free - 1),
    allowance.longestSeconds,
  )
  // A clock that was set back must not make the wait longer than it is.
  const passed = Math.max(0, (now.getTime() - failures.lastAt.getTime()) / 1000)
  return Math.max(0, Math.ceil(wait - passed))
}

/** Returns the failures after one more. */
export function afterFailure(failures: Failures | undefined, now: Date): Failures {
  if (failures === undefined || isForgotten(failures, now)) return { count: 1, lastAt: now }
  return { count: failures.count + 1, lastAt: now }
}

function isForgotten({ lastAt }: Failures, now: Date): boolean {
  const { since, until } = remembered(now)
  return lastAt < since || lastAt > until
}
