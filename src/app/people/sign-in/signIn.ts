/** Signing in with an address and a password, and with a one-time code where the person has set that up. */

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
import { type Credentials, findCredentials, forgiveTries } from './signIn.queries.ts'
import { countTry } from './signInTries.ts'

/** `madeUpMaySignIn`: the demonstration's people sign in only where nobody else can reach the server. */
export type SignInSettings = { readonly madeUpMaySignIn: boolean; readonly sealingKeys: SealingKeys }

export type SignInWords = { readonly email: string; readonly password: string; readonly passcode: string }

/** The secret of the new session. The same refusal whether the address or the password is wrong. */
export async function signIn(
  shell: Shell,
  visit: Visit,
  words: SignInWords,
  { madeUpMaySignIn, sealingKeys }: SignInSettings,
): Promise<Result<string>> {
  const email = words.email.trim().toLowerCase()
  const checked = unlessProblems(tooLongProblems(words.password, 'password'), () => null)
  if (!checked.ok) return checked
  const counted = await countTry(shell, email, visit)
  if (!counted.ok) return counted
  const person = await findCredentials(shell.database, email)
  if (person === undefined || !(await isTheirPassword(person, words.password))) {
    if (person?.passwordHash == null) await spendPasswordTime(words.password)
    return refuse(problem('people.sign-in-wrong', {}, { field: 'email' }))
  }
  if (person.madeUp && !madeUpMaySignIn) return refuse(problem('people.sign-in-made-up', {}))
  const renewed = isOutdated(person.passwordHash ?? '') ? await hashPassword(words.password) : undefined
  return shell.transact(async (tx) => {
    const proven = await proveCode(shell, tx, person, words.passcode, sealingKeys)
    if (!proven.ok) return proven
    if (renewed !== undefined) await savePasswordHash(tx, person.personId, renewed)
    await forgiveTries(tx, counted.value)
    return done(await beginSession(shell, tx, visit, { name: person.name, personId: person.personId }))
  })
}

async function isTheirPassword(person: Credentials, password: string): Promise<boolean> {
  return person.passwordHash !== null && (await passwordMatches(password, person.passwordHash))
}
