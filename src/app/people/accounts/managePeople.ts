/** What an administrator does with accounts. */

import type { OverallRole } from '../../../core/access/roles.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import { newId } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { problem } from '../problems.ts'
import { endSessions } from '../sign-in/session.queries.ts'
import { saveAuthenticator } from '../sign-in/signIn.queries.ts'
import { makePasswordLink } from './password-page/setPassword.ts'
import {
  findPerson,
  insertPerson,
  lockAdministrators,
  type Person,
  saveClosed,
  saveName,
  saveOverallRoles,
} from './people.queries.ts'
import { revokeTokens } from './tokens-page/token.queries.ts'

/** What a mail server accepts (RFC 5321). */
const longestEmail = 254

export type PersonForm = {
  readonly email: string
  readonly name: string
  readonly overallRoles: readonly OverallRole[]
}

/** `link` is the secret of the link to set a password, to be shown once. */
export type AddedPerson = { readonly personId: string; readonly link: string }

/**
 * Adds a person, who has no password until they use the link. Refuses if the name or email address is missing or
 * malformed, or if the address has an account.
 */
export async function addPerson(
  shell: Shell,
  form: PersonForm,
  madeUp = false,
): Promise<Result<AddedPerson>> {
  const email = form.email.trim().toLowerCase()
  const name = form.name.trim()
  const checked = unlessProblems([...emailProblems(email), ...nameProblems(name)], () => ({
    personId: newId(),
    email,
    name,
    madeUp,
    addedAt: shell.now(),
  }))
  if (!checked.ok) return checked
  const { personId } = checked.value
  return shell.transact(async (tx) => {
    const added = await insertPerson(tx, checked.value)
    if (!added) return refuse(problem('people.email-taken', { email }, { field: 'email' }))
    await saveOverallRoles(tx, personId, form.overallRoles)
    const after = { email, name, overallRoles: form.overallRoles }
    await recordAudit(tx, shell, { action: 'person.add', before: null, after, ...ofAccount(personId) })
    return done({ personId, link: await makePasswordLink(shell, tx, personId) })
  })
}

function nameProblems(name: string): readonly Problem[] {
  return textProblems(name, 'name', problem('people.name-missing', {}, { field: 'name' }))
}

function emailProblems(email: string): readonly Problem[] {
  if (email === '') return [problem('people.email-missing', {}, { field: 'email' })]
  if (email.length <= longestEmail && /^[^\s@]+@[^\s@]+$/.test(email)) return []
  return [problem('people.email-malformed', { email }, { field: 'email' })]
}

/**
 * Changes the name of a person and their roles in all inspections. Refuses a change of the actor’s own roles, and one
 * that leaves no administrator.
 */
export async function changePerson(
  shell: Shell,
  personId: string,
  { name: typedName, overallRoles }: Omit<PersonForm, 'email'>,
): Promise<Result<null>> {
  const name = typedName.trim()
  const checked = unlessProblems(nameProblems(name), () => null)
  if (!checked.ok) return checked
  return changeAccount(shell, personId, async (tx, before) => {
    const isSame = overallRoles.toSorted().join() === before.overallRoles.toSorted().join()
    if (!isSame && isActor(shell, personId)) return refuse(problem('people.own-role', {}))
    if (!overallRoles.includes('administrator') && (await isLastAdministrator(tx, personId))) {
      return refuse(problem('people.last-administrator', {}))
    }
    await saveName(tx, personId, name)
    await saveOverallRoles(tx, personId, overallRoles)
    await recordAudit(tx, shell, {
      action: 'person.change',
      before: { name: before.name, overallRoles: before.overallRoles },
      after: { name, overallRoles },
      ...ofAccount(personId),
    })
    return done(null)
  })
}

/**
 * Ends a person’s sessions, revokes their tokens and, if asked, removes their authenticator app. Returns the secret of a
 * link to set a new password, to be shown once.
 */
export async function resetPerson(
  shell: Shell,
  personId: string,
  withoutAuthenticator: boolean,
): Promise<Result<string>> {
  return changeAccount(shell, personId, async (tx) => {
    await endSessions(tx, personId, null, shell.now())
    // Someone who knew the password may have made a token with it.
    await revokeTokens(tx, personId, shell.now())
    if (withoutAuthenticator) await saveAuthenticator(tx, personId, null)
    await recordAudit(tx, shell, {
      action: 'person.reset',
      before: null,
      after: { withoutAuthenticator },
      ...ofAccount(personId),
    })
    return done(await makePasswordLink(shell, tx, personId))
  })
}

/**
 * Closes an account, so that no one can sign in with it and its sessions and tokens end, or opens it again. Refuses the
 * actor’s own account, and that of the only administrator.
 */
export async function closePerson(shell: Shell, personId: string, closed: boolean): Promise<Result<null>> {
  if (isActor(shell, personId)) return refuse(problem('people.own-role', {}))
  return changeAccount(shell, personId, async (tx, before) => {
    if (closed && (await isLastAdministrator(tx, personId))) {
      return refuse(problem('people.last-administrator', {}))
    }
    const now = shell.now()
    await saveClosed(tx, personId, closed ? now : null)
    if (closed) await endSessions(tx, personId, null, now)
    if (closed) await revokeTokens(tx, personId, now)
    await recordAudit(tx, shell, {
      action: 'person.close',
      before: { closed: before.closed },
      after: { closed },
      ...ofAccount(personId),
    })
    return done(null)
  })
}

function isActor(shell: Shell, personId: string): boolean {
  return shell.actor.personId === personId
}

async function isLastAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const administrators = await lockAdministrators(tx)
  return administrators.length === 1 && administrators[0] === personId
}

async function changeAccount<Value>(
  shell: Shell,
  personId: string,
  change: (tx: Tx, before: Person) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return shell.transact(async (tx) => {
    const before = await findPerson(tx, personId)
    return before === undefined ? refuse(problem('people.person-not-found', {})) : change(tx, before)
  })
}

function ofAccount(personId: string) {
  return { inspectionId: null, subject: personId, reason: null }
}
