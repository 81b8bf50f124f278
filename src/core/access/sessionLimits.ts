/** How long a session lasts: it expires after a time without use, and in any case at the end of a working day. */

export type SessionLimits = { readonly idleMinutes: number; readonly absoluteHours: number }

export type SessionTimes = {
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
}

/** Returns whether a session has neither been ended nor expired at `now`. */
export function isLive(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const idleMs = now.getTime() - session.lastSeenAt.getTime()
  // One that begins in the future began under a clock that was set back later: it must not last until then.
  const ageMs = Math.abs(now.getTime() - session.startedAt.getTime())
  return (
    session.endedAt === null &&
    idleMs < limits.idleMinutes * 60_000 &&
    ageMs < limits.absoluteHours * 3_600_000
  )
}

/** Returns whether a use at `now` is saved: once a minute, because a row for every request would cost too much. */
export function isWorthNoting(session: SessionTimes, now: Date): boolean {
  return Math.abs(now.getTime() - session.lastSeenAt.getTime()) >= 60_000
}
