/** What an administrator does with accounts. */

import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { AuditAction } from '../../../platform/declared.ts'
import { newId } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { OverallRole } from '../access/roles.ts'
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

/** What a mail server takes (RFC 5321). */
const longestEmail = 254

export type PersonWords = {
  readonly email: string
  readonly name: string
  readonly overallRoles: readonly OverallRole[]
}

/** `link` is the secret of the link by which the person sets a password, to be shown once. */
export type AddedPerson = { readonly personId: string; readonly link: string }

/** Adds a person, who has no password until they use the link. */
export async function addPerson(
  shell: Shell,
  words: PersonWords,
  madeUp = false,
): Promise<Result<AddedPerson>> {
  const email = words.email.trim().toLowerCase()
  const name = words.name.trim()
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
    await saveOverallRoles(tx, personId, words.overallRoles)
    const after = { email, name, overallRoles: words.overallRoles }
    await recordAudit(tx, shell, eventOf('person.add', personId, null, after))
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

/** Changes the name and the overall roles of a person. */
export async function changePerson(
  shell: Shell,
  personId: string,
  words: Omit<PersonWords, 'email'>,
): Promise<Result<null>> {
  const name = words.name.trim()
  const checked = unlessProblems(nameProblems(name), () => null)
  if (!checked.ok) return checked
  return changeFound(shell, personId, async (tx, before) => {
    const same = words.overallRoles.toSorted().join() === before.overallRoles.toSorted().join()
    if (!same && isOwn(shell, personId)) return refuse(problem('people.own-role', {}))
    if (!words.overallRoles.includes('administrator') && (await isLastAdministrator(tx, personId))) {
      return refuse(problem('people.last-administrator', {}))
    }
    await saveName(tx, personId, name)
    await saveOverallRoles(tx, personId, words.overallRoles)
    const was = { name: before.name, overallRoles: before.overallRoles }
    await recordAudit(
      tx,
      shell,
      eventOf('person.change', personId, was, { name, overallRoles: words.overallRoles }),
    )
    return done(null)
  })
}

/** Ends a person's sessions and tokens and gives the secret of a link to set a new password; the app may be taken away too. */
export async function resetPerson(
  shell: Shell,
  personId: string,
  withoutAuthenticator: boolean,
): Promise<Result<string>> {
  return changeFound(shell, personId, async (tx) => {
    await endSessions(tx, personId, null, shell.now())
    // Whoever had the password may have made a token with it.
    await revokeTokens(tx, personId, shell.now())
    if (withoutAuthenticator) await saveAuthenticator(tx, personId, null)
    await recordAudit(tx, shell, eventOf('person.reset', personId, null, { withoutAuthenticator }))
    return done(await makePasswordLink(shell, tx, personId))
  })
}

/** Closes an account, or opens it again: closed, nobody signs in with it, and its sessions and tokens are over. */
export async function closePerson(shell: Shell, personId: string, closed: boolean): Promise<Result<null>> {
  if (isOwn(shell, personId)) return refuse(problem('people.own-role', {}))
  return changeFound(shell, personId, async (tx, before) => {
    if (closed && (await isLastAdministrator(tx, personId))) {
      return refuse(problem('people.last-administrator', {}))
    }
    const now = shell.now()
    await saveClosed(tx, personId, closed ? now : null)
    if (closed) await endSessions(tx, personId, null, now)
    if (closed) await revokeTokens(tx, personId, now)
    await recordAudit(tx, shell, eventOf('person.close', personId, { closed: before.closed }, { closed }))
    return done(null)
  })
}

function isOwn(shell: Shell, personId: string): boolean {
  return shell.actor.personId === personId
}

async function isLastAdministrator(tx: Tx, personId: string): Promise<boolean> {
  const administrators = await lockAdministrators(tx)
  return administrators.length === 1 && administrators[0] === personId
}

async function changeFound<Value>(
  shell: Shell,
  personId: string,
  change: (tx: Tx, before: Person) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return shell.transact(async (tx) => {
    const before = await findPerson(tx, personId)
    return before === undefined ? refuse(problem('people.person-not-found', {})) : change(tx, before)
  })
}

function eventOf(action: AuditAction, subject: string, before: unknown, after: unknown) {
  return { action, inspectionId: null, subject, before, after, reason: null }
}
