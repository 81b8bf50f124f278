import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Visit } from '../../platform/http/access.ts'
import type { SealingKeys } from '../../platform/keyFile.ts'
import type { Shell } from '../../platform/shell.ts'
import { sealAuthenticatorKey } from './authenticatorKeys.ts'
import { findPerson } from './people.queries.ts'
import { proveCode } from './proveCode.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes.ts'
import { signedInActor } from './sessions.ts'
import { findCredentials, listAuthenticatorKeys, saveAuthenticator } from './signIn.queries.ts'
import { countTry, forgiveTries, triesOf } from './signInTries.ts'
import { fromBase32, isAuthenticatorKey, stepOfCode } from './totp.ts'

/** Sets the app up once it has shown that it has the key; gives the recovery codes, to be shown once. */
export async function setUpAuthenticator(
  shell: Shell,
  sealingKeys: SealingKeys,
  key: string,
  typed: string,
): Promise<Result<readonly string[]>> {
  const { personId } = signedInActor(shell)
  const step = isAuthenticatorKey(key) ? stepOfCode(fromBase32(key), typed, shell.now(), null) : undefined
  if (step === undefined) return refuse(problem('people.code-wrong', {}, { field: 'passcode' }))
  const codes = newRecoveryCodes()
  return shell.transact(async (tx) => {
    const person = await findPerson(tx, personId)
    if (person?.hasAuthenticator === true) return refuse(problem('people.authenticator-there', {}))
    const sealed = sealAuthenticatorKey(sealingKeys, personId, key)
    await saveAuthenticator(tx, personId, { key: sealed, step, codeHashes: codes.map(recoveryCodeHash) })
    await recordAudit(tx, shell, changeOf(personId, 'person.set-up-authenticator'))
    return done(codes)
  })
}

/**
 * Takes the app of the acting person away, with its recovery codes. It has to be shown once more, so that nobody
 * weakens the sign-in of a colleague who left their browser open; guesses wait as they do at sign-in.
 */
export async function removeAuthenticator(
  shell: Shell,
  visit: Visit,
  sealingKeys: SealingKeys,
  typed: string,
): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  const email = (await findPerson(shell.database, personId))?.email ?? ''
  const person = await findCredentials(shell.database, email)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  const tries = triesOf(email, visit)
  const counted = await countTry(shell, tries)
  if (!counted.ok) return counted
  return shell.transact(async (tx) => {
    const proven = await proveCode(shell, tx, person, typed, sealingKeys)
    if (!proven.ok) return proven
    await forgiveTries(tx, tries)
    await saveAuthenticator(tx, personId, null)
    await recordAudit(tx, shell, changeOf(personId, 'person.remove-authenticator'))
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

function changeOf(personId: string, action: string) {
  return { action, inspectionId: null, subject: personId, before: null, after: null, reason: null }
}
