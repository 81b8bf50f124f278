/** How long a session lasts: ended after a time without use, and at the end of a working day in any case. */

export type SessionLimits = { readonly idleMinutes: number; readonly absoluteHours: number }

export type SessionTimes = {
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
}

export function isLive(session: SessionTimes, limits: SessionLimits, now: Date): boolean {
  const idleMs = now.getTime() - session.lastSeenAt.getTime()
  // One that begins in the future began under a clock that was set back since: it must not live on until then.
  const ageMs = Math.abs(now.getTime() - session.startedAt.getTime())
  return (
    session.endedAt === null &&
    idleMs < limits.idleMinutes * 60_000 &&
    ageMs < limits.absoluteHours * 3_600_000
  )
}

/** Use is written down once a minute: every request writing a row would cost more than the answer it saves. */
export function isWorthNoting(session: SessionTimes, now: Date): boolean {
  return Math.abs(now.getTime() - session.lastSeenAt.getTime()) >= 60_000
}
