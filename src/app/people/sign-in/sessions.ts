import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret, newSecret } from '../../../platform/secrets.ts'
import type { Actor, Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { endEarlierSession, endSession, endSessions, insertSession } from './session.queries.ts'

export type SignedIn = Actor & { readonly personId: string }

/** Returns the person who acts. Throws if no one is signed in, which the permission of the route rules out. */
export function signedInActor(shell: Shell): SignedIn {
  const { name, personId } = shell.actor
  if (personId === undefined) throw new Error('a page of an account was reached without signing in')
  return { name, personId }
}

export type SessionStart = {
  readonly visit: Visit
  readonly person: SignedIn
  /** True if the person was asked to sign in with the provider again, and did. */
  readonly isProof: boolean
}

/** Begins a session, ends the one that the browser had, and returns the secret of the new one. */
export async function beginSession(
  shell: Shell,
  tx: Tx,
  { visit, person, isProof }: SessionStart,
): Promise<string> {
  const now = shell.now()
  const secret = newSecret()
  if (visit.session !== undefined) await endEarlierSession(tx, hashSecret(visit.session), now)
  await insertSession(tx, {
    hash: hashSecret(secret),
    personId: person.personId,
    browserHash: hashSecret(visit.browser),
    agent: visit.agent.slice(0, 200),
    now,
    provenAt: isProof ? now : null,
  })
  await recordAudit(tx, { actor: person, now: shell.now }, eventOf('person.sign-in', person.personId))
  return secret
}

/** Ends the session of this browser, if it has one. */
export async function signOut(shell: Shell, visit: Visit): Promise<Result<null>> {
  const { personId } = shell.actor
  const { session } = visit
  if (personId === undefined || session === undefined) return done(null)
  return shell.transact(async (tx) => {
    await endSession(tx, personId, hashSecret(session), shell.now())
    await recordAudit(tx, shell, eventOf('person.sign-out', personId))
    return done(null)
  })
}

/** Ends one session of the acting person, in any browser. Refuses if it is not theirs or has ended. */
export async function endOwnSession(shell: Shell, hash: string): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  return shell.transact(async (tx) => {
    const ended = await endSession(tx, personId, hash, shell.now())
    if (!ended) return refuse(problem('people.session-not-found', {}))
    await recordAudit(tx, shell, eventOf('session.end', personId))
    return done(null)
  })
}

/** Ends every session of the acting person except the one in use. */
export async function endOtherSessions(shell: Shell, visit: Visit): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  return shell.transact(async (tx) => {
    const present = visit.session === undefined ? null : hashSecret(visit.session)
    await endSessions(tx, personId, present, shell.now())
    await recordAudit(tx, shell, eventOf('session.end', personId))
    return done(null)
  })
}

function eventOf(action: 'person.sign-in' | 'person.sign-out' | 'session.end', subject: string) {
  return { action, inspectionId: null, subject, before: null, after: null, reason: null }
}
