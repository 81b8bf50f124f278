/** Passwords are set by a link that can be used once, for a new person or after a reset, or changed by their person. */

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

/** A link lasts a day and a weekend. */
export const linkHours = 72

/** Makes the only link by which `personId` can set a password. Returns its secret, to be shown once. */
export async function makePasswordLink(shell: Shell, tx: Tx, personId: string): Promise<string> {
  const secret = newSecret()
  const endsAt = new Date(shell.now().getTime() + linkHours * 3_600_000)
  await insertPasswordLink(tx, personId, { hash: hashSecret(secret), endsAt })
  return secret
}

/**
 * Sets the password of the person of the link, ends their sessions and revokes their tokens. Refuses a link that was
 * used or has expired, and a password that breaks the rules.
 */
export async function setPasswordByLink(
  shell: Shell,
  link: string,
  typed: TypedPassword,
): Promise<Result<null>> {
  const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
  if (person === undefined || person.closed) return refuse(problem('people.link-spent', {}))
  const problems = await passwordProblems(typed, await wordsToAvoid(shell, person))
  const checked = unlessProblems(problems, () => null)
  if (!checked.ok) return checked
  const hash = await hashPassword(typed.password)
  const actor = { name: person.name, personId: person.personId }
  return shell.transact(async (tx) => {
    const isUsable = await usePasswordLink(tx, hashSecret(link), shell.now())
    if (!isUsable) return refuse(problem('people.link-spent', {}))
    return savePassword({ ...shell, actor }, tx, hash, null)
  })
}

/**
 * Changes the password of the acting person, ends their other sessions and revokes their tokens. Refuses without the
 * current password or, if they have none, a new sign-in with the provider, and a password that breaks the rules.
 */
export async function changeOwnPassword(
  shell: Shell,
  visit: Visit,
  typed: TypedPassword & { readonly oldPassword: string },
): Promise<Result<null>> {
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  const otherProblems = await passwordProblems(typed, await wordsToAvoid(shell, person))
  const present = visit.session === undefined ? null : hashSecret(visit.session)
  const proof = { password: typed.oldPassword, field: 'oldPassword', otherProblems }
  return withProof(shell, visit, proof, async (tx) =>
    savePassword(shell, tx, await hashPassword(typed.password), present),
  )
}

/** What anyone would try at the account: the name and address of the person, and the names of the services here. */
async function wordsToAvoid(
  { database }: Shell,
  { name, email }: Pick<Person, 'name' | 'email'>,
): Promise<readonly string[]> {
  return [name, ...email.split('@'), email, ...(await listServiceNames(database))]
}

async function savePassword(
  shell: Shell,
  tx: Tx,
  hash: string,
  presentSession: string | null,
): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  await savePasswordHash(tx, personId, hash)
  await endSessions(tx, personId, presentSession, shell.now())
  // Someone who knew the old password may have made a token with it.
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
