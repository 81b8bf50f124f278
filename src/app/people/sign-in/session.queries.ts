import type { SessionTimes } from '../../../core/access/sessionLimits.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

export type Session = SessionTimes & {
  readonly hash: string
  readonly personId: string
  readonly agent: string
}

export type NewSession = {
  readonly hash: string
  readonly personId: string
  readonly browserHash: string
  readonly agent: string
  readonly now: Date
  readonly provenAt: Date | null
}

/** Saves a session that begins. */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      session_hash: session.hash,
      person_id: session.personId,
      browser_hash: session.browserHash,
      agent: session.agent,
      started_at: session.now,
      last_seen_at: session.now,
      proven_at: session.provenAt,
    })
    .execute()
}

/** Returns the sessions of a person that were not ended, the last used first. Some may have expired: see `isLive`. */
export async function listSessions(database: Connection, personId: string): Promise<readonly Session[]> {
  return database
    .selectFrom('session')
    .select([
      'session_hash as hash',
      'person_id as personId',
      'agent',
      'started_at as startedAt',
      'last_seen_at as lastSeenAt',
      'ended_at as endedAt',
    ])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** Returns whether the session began at `since` or later, by a sign-in with the provider that was asked for as a proof. */
export async function isProvenSince(database: Connection, hash: string, since: Date): Promise<boolean> {
  const row = await database
    .selectFrom('session')
    .select('session_hash')
    .where('session_hash', '=', hash)
    .where('proven_at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Saves when a session was last used. */
export async function noteUse(database: Connection, hash: string, now: Date): Promise<void> {
  await database.updateTable('session').set({ last_seen_at: now }).where('session_hash', '=', hash).execute()
}

/** Ends one session of the person. Returns false if there is no such session. */
export async function endSession(tx: Tx, personId: string, hash: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('session_hash', '=', hash)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning('session_hash')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends the session that a browser had before a new one begins there, whichever person it belonged to. */
export async function endEarlierSession(tx: Tx, hash: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('session_hash', '=', hash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every session of the person except the one of `exceptHash`. */
export async function endSessions(
  tx: Tx,
  personId: string,
  exceptHash: string | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('session_hash', '!=', exceptHash ?? '')
    .where('ended_at', 'is', null)
    .execute()
}

/** Returns whether the person, named by id or email address, ever signed in from this browser and has an open account. */
export async function knowsBrowser(
  database: Connection,
  person: { readonly personId: string } | { readonly email: string },
  browserHash: string,
): Promise<boolean> {
  const sessions = database
    .selectFrom('session')
    .innerJoin('person', 'person.person_id', 'session.person_id')
    .select('session.session_hash')
    .where('session.browser_hash', '=', browserHash)
    .where('person.closed_at', 'is', null)
    .limit(1)
  const theirs =
    'personId' in person
      ? sessions.where('person.person_id', '=', person.personId)
      : sessions.where('person.email', '=', person.email)
  return (await theirs.executeTakeFirst()) !== undefined
}

/** Deletes the sessions that were last used before `moment`. Returns how many. */
export async function deleteSessionsBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('session')
    .where('last_seen_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Returns whether anyone signed in from this browser whose sessions are still stored. */
export async function knowsBrowserOfAnyone(database: Connection, browserHash: string): Promise<boolean> {
  const row = await database
    .selectFrom('session')
    .select('session_hash')
    .where('browser_hash', '=', browserHash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
