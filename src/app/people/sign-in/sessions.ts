import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { AuditAction } from '../../../platform/declared.ts'
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret, newSecret } from '../../../platform/secrets.ts'
import type { Actor, Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { endEarlierSession, endSession, endSessions, insertSession } from './session.queries.ts'

export type SignedIn = Actor & { readonly personId: string }

/** The person who acts. Throws where nobody is signed in: the permission of the route has seen to that. */
export function signedInActor(shell: Shell): SignedIn {
  const { name, personId } = shell.actor
  if (personId === undefined) throw new Error('a page of one’s own account was reached without sign-in')
  return { name, personId }
}

/**
 * Begins a session under a new secret, which is given back, and ends the one that the browser had. `isProof`: the person
 * was asked to sign in at the provider anew, and did.
 */
export async function beginSession(
  shell: Shell,
  tx: Tx,
  visit: Visit,
  person: SignedIn,
  isProof = false,
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
  await recordAudit(tx, { actor: person, now: shell.now }, plain('person.sign-in', person.personId))
  return secret
}

/** Ends the session of this browser. Without one there is nothing to do. */
export async function signOut(shell: Shell, visit: Visit): Promise<Result<null>> {
  const { personId } = shell.actor
  const { session } = visit
  if (personId === undefined || session === undefined) return done(null)
  return shell.transact(async (tx) => {
    await endSession(tx, personId, hashSecret(session), shell.now())
    await recordAudit(tx, shell, plain('person.sign-out', personId))
    return done(null)
  })
}

/** Ends one session of the acting person, here or elsewhere. */
export async function endOwnSession(shell: Shell, hash: string): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  return shell.transact(async (tx) => {
    const ended = await endSession(tx, personId, hash, shell.now())
    if (!ended) return refuse(problem('people.session-not-found', {}))
    await recordAudit(tx, shell, plain('session.end', personId))
    return done(null)
  })
}

/** Ends every session of the acting person but the one in use. */
export async function endOtherSessions(shell: Shell, visit: Visit): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  return shell.transact(async (tx) => {
    await endSessions(
      tx,
      personId,
      visit.session === undefined ? null : hashSecret(visit.session),
      shell.now(),
    )
    await recordAudit(tx, shell, plain('session.end', personId))
    return done(null)
  })
}

function plain(action: AuditAction, subject: string) {
  return { action, inspectionId: null, subject, before: null, after: null, reason: null }
}
