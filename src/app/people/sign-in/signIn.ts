/** Signing in with an email address and a password, and with a code if the person has set up an authenticator app. */

import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { Visit } from '../../../platform/http/access.ts'
import type { SealingKeys } from '../../../platform/keyFile.ts'
import type { Shell } from '../../../platform/shell.ts'
import { tooLongProblems } from '../accounts/password-page/passwordRules.ts'
import { savePasswordHash } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { hashPassword, isOutdated, passwordMatches, spendPasswordTime } from './passwordHash.ts'
import { proveCode } from './proveCode.ts'
import { beginSession } from './sessions.ts'
import { type Credentials, deleteFailures, findCredentials } from './signIn.queries.ts'
import { countAttempt } from './signInAttempts.ts'

/** `madeUpMaySignIn`: demonstration accounts sign in only if no other computer can reach the server. */
export type SignInSettings = { readonly madeUpMaySignIn: boolean; readonly sealingKeys: SealingKeys }

export type SignInForm = { readonly email: string; readonly password: string; readonly passcode: string }

/**
 * Signs a person in and returns the secret of their new session. Refuses in the same way whether the address or the
 * password is wrong, and before either is checked if there were too many attempts.
 */
export async function signIn(
  shell: Shell,
  visit: Visit,
  form: SignInForm,
  { madeUpMaySignIn, sealingKeys }: SignInSettings,
): Promise<Result<string>> {
  const email = form.email.trim().toLowerCase()
  const checked = unlessProblems(tooLongProblems(form.password, 'password'), () => null)
  if (!checked.ok) return checked
  const attempt = await countAttempt(shell, email, visit)
  if (!attempt.ok) return attempt
  const person = await findCredentials(shell.database, email)
  if (person === undefined || !(await isTheirPassword(person, form.password))) {
    if (person?.passwordHash == null) await spendPasswordTime(form.password)
    return refuse(problem('people.sign-in-wrong', {}, { field: 'email' }))
  }
  if (person.madeUp && !madeUpMaySignIn) return refuse(problem('people.sign-in-made-up', {}))
  const renewed = isOutdated(person.passwordHash ?? '') ? await hashPassword(form.password) : undefined
  return shell.transact(async (tx) => {
    const proven = await proveCode(tx, person, { typed: form.passcode, sealingKeys, now: shell.now() })
    if (!proven.ok) return proven
    if (renewed !== undefined) await savePasswordHash(tx, person.personId, renewed)
    await deleteFailures(tx, attempt.value)
    const signedIn = { name: person.name, personId: person.personId }
    return done(await beginSession(shell, tx, { visit, person: signedIn, isProof: false }))
  })
}

async function isTheirPassword(person: Credentials, password: string): Promise<boolean> {
  return person.passwordHash !== null && (await passwordMatches(password, person.passwordHash))
}
