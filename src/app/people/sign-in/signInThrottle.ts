/**
 * How long to wait after failed sign-ins. Three counts, each with an allowance of its own: strictly per account and
 * place, slowly per account over all places, and slowly per place over all accounts. None is ever for ever.
 */

export type Failures = { readonly count: number; readonly lastAt: Date }

/** How many failures cost nothing, the first wait after them, which doubles with each more, and the longest. */
type Allowance = { readonly free: number; readonly firstSeconds: number; readonly longestSeconds: number }

/** One account from one place: a network, or a browser from which its person has signed in before. */
export const accountAndPlace: Allowance = { free: 4, firstSeconds: 15, longestSeconds: 15 * 60 }
/** One account from everywhere, so that a thousand addresses are no thousand allowances; short, for its person's sake. */
export const accountAnywhere: Allowance = { free: 10, firstSeconds: 15, longestSeconds: 5 * 60 }
/** How many accounts failed from one network; an office behind one address mistypes too, and only waits a little. */
export const accountsFromPlace: Allowance = { free: 40, firstSeconds: 15, longestSeconds: 60 }

const longestWaitSeconds = accountAndPlace.longestSeconds
/** Failures older than this are forgotten, and so are some that lie in the future: the clock was set back since. */
export const memoryHours = 12

/** The moments between which a last failure still counts at `now`. */
export function remembered(now: Date): { readonly since: Date; readonly until: Date } {
  return {
    since: new Date(now.getTime() - memoryHours * 3_600_000),
    until: new Date(now.getTime() + longestWaitSeconds * 1000),
  }
}

/** Seconds until the next try is let through; 0 where it may be made now. */
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

/** The failures after one more. */
export function afterFailure(failures: Failures | undefined, now: Date): Failures {
  if (failures === undefined || isForgotten(failures, now)) return { count: 1, lastAt: now }
  return { count: failures.count + 1, lastAt: now }
}

function isForgotten({ lastAt }: Failures, now: Date): boolean {
  const { since, until } = remembered(now)
  return lastAt < since || lastAt > until
}
