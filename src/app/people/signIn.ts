/** Signing in with an address and a password, and with a one-time code where the person has set that up. */
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Visit } from '../../platform/http/access.ts'
import { hashSecret } from '../../platform/secrets.ts'
import type { Shell } from '../../platform/shell.ts'
import { hashPassword, isOutdated, passwordMatches, spendPasswordTime } from './passwordHash.ts'
import { savePasswordHash } from './people.queries.ts'
import { recoveryCodeHash } from './recoveryCodes.ts'
import { beginSession } from './sessions.ts'
import { type Credentials, findCredentials, useAuthenticatorStep, useRecoveryCode } from './signIn.queries.ts'
import { countTry, forgiveTries } from './signInTries.ts'
import { fromBase32, stepOfCode } from './totp.ts'

export type SignInWords = { readonly email: string; readonly password: string; readonly passcode: string }

/** The secret of the new session. The same refusal whether the address or the password is wrong. */
export async function signIn(
  shell: Shell,
  visit: Visit,
  words: SignInWords,
  madeUpMaySignIn: boolean,
): Promise<Result<string>> {
  const email = words.email.trim().toLowerCase()
  const tries = { account: hashSecret(email), address: hashSecret(visit.address) }
  const counted = await countTry(shell, tries)
  if (!counted.ok) return counted
  const person = await findCredentials(shell.database, email)
  if (person === undefined || !(await isTheirPassword(person, words.password))) {
    if (person?.passwordHash == null) await spendPasswordTime(words.password)
    return refuse(problem('people.sign-in-wrong', {}))
  }
  if (person.madeUp && !madeUpMaySignIn) return refuse(problem('people.sign-in-made-up', {}))
  const renewed = isOutdated(person.passwordHash ?? '') ? await hashPassword(words.password) : undefined
  return shell.transact(async (tx) => {
    const proven = await proveCode(shell, tx, person, words.passcode)
    if (!proven.ok) return proven
    if (renewed !== undefined) await savePasswordHash(tx, person.personId, renewed)
    await forgiveTries(tx, tries)
    return done(await beginSession(shell, tx, visit, { name: person.name, personId: person.personId }))
  })
}

async function isTheirPassword(person: Credentials, password: string): Promise<boolean> {
  return person.passwordHash !== null && (await passwordMatches(password, person.passwordHash))
}

type Transaction = Parameters<Parameters<Shell['transact']>[0]>[0]

async function proveCode(
  shell: Shell,
  tx: Transaction,
  person: Credentials,
  typed: string,
): Promise<Result<null>> {
  if (person.authenticatorKey === null) return done(null)
  if (typed.trim() === '') return refuse(problem('people.code-missing', {}, { field: 'passcode' }))
  const now = shell.now()
  const key = fromBase32(person.authenticatorKey)
  const step = stepOfCode(key, typed, now, person.authenticatorStep)
  const right =
    step === undefined
      ? await useRecoveryCode(tx, person.personId, recoveryCodeHash(typed), now)
      : await useAuthenticatorStep(tx, person.personId, step)
  return right ? done(null) : refuse(problem('people.sign-in-wrong', {}))
}
