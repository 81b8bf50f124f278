/**
 * How long to wait after failed sign-ins. It counts per account and address together, so that nobody can lock a
 * colleague out from elsewhere, and per address over all accounts, so that one machine cannot guess along a list of
 * people. It is never longer than a quarter of an hour and never for ever.
 */

export type Failures = { readonly count: number; readonly lastAt: Date }

type Allowance = { readonly free: number; readonly firstSeconds: number }

/** Mistypings that cost nothing, and the first wait after them, which doubles with each further failure. */
export const accountAndAddress: Allowance = { free: 4, firstSeconds: 15 }
export const addressAlone: Allowance = { free: 40, firstSeconds: 15 }

export const longestWaitSeconds = 15 * 60
/** Failures older than this are forgotten, and so is one that lies in the future: the clock was set back since. */
export const memoryHours = 12

/** Seconds until the next try is let through; 0 where it may be made now. */
export function secondsToWait(failures: Failures | undefined, now: Date, allowance: Allowance): number {
  if (failures === undefined || failures.count <= allowance.free || isForgotten(failures, now)) return 0
  const wait = Math.min(
    allowance.firstSeconds * 2 ** (failures.count - allowance.free - 1),
    longestWaitSeconds,
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

function isForgotten(failures: Failures, now: Date): boolean {
  const ageSeconds = (now.getTime() - failures.lastAt.getTime()) / 1000
  return ageSeconds > memoryHours * 3600 || ageSeconds < -longestWaitSeconds
}
