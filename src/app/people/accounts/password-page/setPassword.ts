/** Passwords are set by a link that is used once: for a new person, and after a reset by an administrator. */

import { done, type Result, refuse, unlessProblems } from '../../../../core/kernel/result.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Tx } from '../../../../platform/database/connection.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import { hashSecret, newSecret } from '../../../../platform/secrets.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { listServiceNames } from '../../access/rights.queries.ts'
import { problem } from '../../problems.ts'
import { hashPassword } from '../../sign-in/passwordHash.ts'
import { endSessions } from '../../sign-in/session.queries.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { withProof } from '../../sign-in/withProof.ts'
import {
  findPasswordLink,
  findPerson,
  insertPasswordLink,
  type Person,
  savePasswordHash,
  usePasswordLink,
} from '../people.queries.ts'
import { revokeTokens } from '../tokens-page/token.queries.ts'
import { passwordProblems, type TypedPassword } from './passwordRules.ts'

/** A link lasts for a day and a weekend. */
export const linkHours = 72

/** Makes the only link by which `personId` can set a password; the secret is shown once. */
export async function makePasswordLink(shell: Shell, tx: Tx, personId: string): Promise<string> {
  const secret = newSecret()
  const endsAt = new Date(shell.now().getTime() + linkHours * 3_600_000)
  await insertPasswordLink(tx, personId, { hash: hashSecret(secret), endsAt })
  return secret
}

/** Sets the password of the link's person, ends all their sessions and revokes their tokens. */
export async function setPasswordByLink(
  shell: Shell,
  link: string,
  typed: TypedPassword,
): Promise<Result<null>> {
  const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
  if (person === undefined || person.closed) return refuse(problem('people.link-spent', {}))
  const problems = await passwordProblems(typed, await wordsOf(shell, person))
  const checked = unlessProblems(problems, () => null)
  if (!checked.ok) return checked
  const hash = await hashPassword(typed.password)
  const actor = { name: person.name, personId: person.personId }
  return shell.transact(async (tx) => {
    const used = await usePasswordLink(tx, hashSecret(link), shell.now())
    if (!used) return refuse(problem('people.link-spent', {}))
    return savePassword({ ...shell, actor }, tx, hash, null)
  })
}

/**
 * Changes the password of the person who is signed in, who has to know the old one or, having none, to have just signed
 * in at the provider anew; other sessions end, and tokens are revoked.
 */
export async function changeOwnPassword(
  shell: Shell,
  visit: Visit,
  typed: TypedPassword & { readonly oldPassword: string },
): Promise<Result<null>> {
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  const besides = await passwordProblems(typed, await wordsOf(shell, person))
  const kept = visit.session === undefined ? null : hashSecret(visit.session)
  const proof = { password: typed.oldPassword, field: 'oldPassword', besides }
  return withProof(shell, visit, proof, async (tx) =>
    savePassword(shell, tx, await hashPassword(typed.password), kept),
  )
}

/** What anybody would try at the person's account: their own names, and those of the services here. */
async function wordsOf(
  { database }: Shell,
  { name, email }: Pick<Person, 'name' | 'email'>,
): Promise<readonly string[]> {
  return [name, ...email.split('@'), email, ...(await listServiceNames(database))]
}

async function savePassword(
  shell: Shell,
  tx: Tx,
  hash: string,
  keptSession: string | null,
): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  await savePasswordHash(tx, personId, hash)
  await endSessions(tx, personId, keptSession, shell.now())
  // Whoever had the old password may have made a token with it.
  const revokedTokens = await revokeTokens(tx, personId, shell.now())
  await recordAudit(tx, shell, {
    action: 'person.set-password',
    inspectionId: null,
    subject: personId,
    before: null,
    after: { revokedTokens },
    reason: null,
  })
  return done(null)
}
