import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { AuditAction } from '../../../../platform/declared.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { SealingKeys } from '../../../../platform/keyFile.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { problem } from '../../problems.ts'
import { isCodeLength, proveCode } from '../../sign-in/proveCode.ts'
import { listAuthenticatorKeys, saveAuthenticator } from '../../sign-in/signIn.queries.ts'
import { fromBase32, isAuthenticatorKey, stepOfCode } from '../../sign-in/totp.ts'
import { withProof } from '../../sign-in/withProof.ts'
import { sealAuthenticatorKey } from './authenticatorKeys.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes.ts'

/** A new app's key, a code that it shows, and the password of the person. */
export type AuthenticatorWords = {
  readonly key: string
  readonly passcode: string
  readonly password: string
}

/** Sets the app up once it has shown that it has the key; gives the recovery codes, to be shown once. */
export async function setUpAuthenticator(
  shell: Shell,
  visit: Visit,
  sealingKeys: SealingKeys,
  { key, passcode, password }: AuthenticatorWords,
): Promise<Result<readonly string[]>> {
  const step = stepShown(key, passcode, shell.now())
  const wrong = problem('people.code-wrong', {}, { field: 'passcode' })
  const proof = { password, field: 'password', besides: step === undefined ? [wrong] : [] }
  const codes = newRecoveryCodes()
  return withProof(shell, visit, proof, async (tx, { personId, authenticatorKey }) => {
    if (step === undefined) return refuse(wrong)
    if (authenticatorKey !== null) return refuse(problem('people.authenticator-there', {}))
    const sealed = sealAuthenticatorKey(sealingKeys, personId, key)
    await saveAuthenticator(tx, personId, { key: sealed, step, codeHashes: codes.map(recoveryCodeHash) })
    await recordAudit(tx, shell, changeOf(personId, 'person.set-up-authenticator'))
    return done(codes)
  })
}

/**
 * Takes the app of the acting person away, with its recovery codes. It has to be shown once more, beside the password,
 * so that nobody weakens the sign-in of a colleague who left their browser open; guesses wait as they do at sign-in.
 */
export async function removeAuthenticator(
  shell: Shell,
  visit: Visit,
  sealingKeys: SealingKeys,
  { passcode, password }: Omit<AuthenticatorWords, 'key'>,
): Promise<Result<null>> {
  const proof = { password, field: 'password', besides: [] }
  return withProof(shell, visit, proof, async (tx, person) => {
    if (person.authenticatorKey === null) return refuse(problem('people.authenticator-not-there', {}))
    const proven = await proveCode(shell, tx, person, passcode, sealingKeys)
    if (!proven.ok) return proven
    await saveAuthenticator(tx, person.personId, null)
    await recordAudit(tx, shell, changeOf(person.personId, 'person.remove-authenticator'))
    return done(null)
  })
}

/** Takes the apps of everybody away, or of `personId` alone, without proof. Gives back how many there were. */
export async function takeAuthenticatorsAway(shell: Shell, personId: string | null): Promise<Result<number>> {
  return shell.transact(async (tx) => {
    const stored = await listAuthenticatorKeys(tx)
    const taken = stored.filter((one) => personId === null || one.personId === personId)
    for (const one of taken) {
      await saveAuthenticator(tx, one.personId, null)
      await recordAudit(tx, shell, changeOf(one.personId, 'person.remove-authenticator'))
    }
    return done(taken.length)
  })
}

/** The step of the code that an app with this key shows; undefined where it is another key or code. */
function stepShown(key: string, passcode: string, now: Date): number | undefined {
  if (!isAuthenticatorKey(key) || !isCodeLength(passcode)) return undefined
  return stepOfCode(fromBase32(key), passcode, now, null)
}

function changeOf(personId: string, action: AuditAction) {
  return { action, inspectionId: null, subject: personId, before: null, after: null, reason: null }
}
