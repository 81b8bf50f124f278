import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { SealingKeys } from '../../../../platform/keyFile.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { problem } from '../../problems.ts'
import { isCodeLength, proveCode } from '../../sign-in/proveCode.ts'
import { lockAuthenticatorKeys, saveAuthenticator } from '../../sign-in/signIn.queries.ts'
import { fromBase32, isAuthenticatorKey, stepOfCode } from '../../sign-in/totp.ts'
import { withProof } from '../../sign-in/withProof.ts'
import { sealAuthenticatorKey } from './authenticatorKeys.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes.ts'

/** The key of a new app, a code that it shows, and the current password of the person. */
export type AuthenticatorForm = {
  readonly key: string
  readonly passcode: string
  readonly password: string
}

/**
 * Sets up the app of the acting person and returns its recovery codes, to be shown once. Refuses without proof of who
 * they are, with a code that is not one of the key, or if they have an app already.
 */
export async function setUpAuthenticator(
  shell: Shell,
  visit: Visit,
  sealingKeys: SealingKeys,
  { key, passcode, password }: AuthenticatorForm,
): Promise<Result<readonly string[]>> {
  const step = stepShown(key, passcode, shell.now())
  const wrong = problem('people.code-wrong', {}, { field: 'passcode' })
  const proof = { password, field: 'password', otherProblems: step === undefined ? [wrong] : [] }
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
 * Removes the app of the acting person and its recovery codes. Refuses without the current password and a code, so that
 * no one weakens the sign-in of a colleague who left a session open. Attempts are counted as at sign-in.
 */
export async function removeAuthenticator(
  shell: Shell,
  visit: Visit,
  sealingKeys: SealingKeys,
  { passcode, password }: Omit<AuthenticatorForm, 'key'>,
): Promise<Result<null>> {
  const proof = { password, field: 'password', otherProblems: [] }
  return withProof(shell, visit, proof, async (tx, person) => {
    if (person.authenticatorKey === null) return refuse(problem('people.authenticator-not-there', {}))
    const proven = await proveCode(tx, person, { typed: passcode, sealingKeys, now: shell.now() })
    if (!proven.ok) return proven
    await saveAuthenticator(tx, person.personId, null)
    await recordAudit(tx, shell, changeOf(person.personId, 'person.remove-authenticator'))
    return done(null)
  })
}

/** Removes everyone’s apps, or only that of `personId`, without proof. Returns how many there were. */
export async function removeAuthenticators(shell: Shell, personId: string | null): Promise<Result<number>> {
  return shell.transact(async (tx) => {
    const stored = await lockAuthenticatorKeys(tx)
    const removed = stored.filter((app) => personId === null || app.personId === personId)
    for (const app of removed) {
      await saveAuthenticator(tx, app.personId, null)
      await recordAudit(tx, shell, changeOf(app.personId, 'person.remove-authenticator'))
    }
    return done(removed.length)
  })
}

/** The step of the code that an app with this key shows; undefined if it is another key or code. */
function stepShown(key: string, passcode: string, now: Date): number | undefined {
  if (!isAuthenticatorKey(key) || !isCodeLength(passcode)) return undefined
  return stepOfCode(fromBase32(key), passcode, now, null)
}

function changeOf(personId: string, action: 'person.set-up-authenticator' | 'person.remove-authenticator') {
  return { action, inspectionId: null, subject: personId, before: null, after: null, reason: null }
}
