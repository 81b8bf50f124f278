import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import { findPerson } from './people.queries.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes.ts'
import { signedInActor } from './sessions.ts'
import { saveAuthenticator } from './signIn.queries.ts'
import { fromBase32, stepOfCode } from './totp.ts'

/** Sets the app up once it has shown that it has the key; gives the recovery codes, to be shown once. */
export async function setUpAuthenticator(
  shell: Shell,
  key: string,
  typed: string,
): Promise<Result<readonly string[]>> {
  const { personId } = signedInActor(shell)
  const step = /^[A-Z2-7]{32}$/.test(key) ? stepOfCode(fromBase32(key), typed, shell.now(), null) : undefined
  if (step === undefined) return refuse(problem('people.code-wrong', {}, { field: 'passcode' }))
  const codes = newRecoveryCodes()
  return shell.transact(async (tx) => {
    const person = await findPerson(tx, personId)
    if (person?.hasAuthenticator === true) return refuse(problem('people.authenticator-there', {}))
    await saveAuthenticator(tx, personId, { key, step, codeHashes: codes.map(recoveryCodeHash) })
    await recordAudit(tx, shell, changeOf(personId, 'person.set-up-authenticator'))
    return done(codes)
  })
}

/** Takes the app of the acting person away, with its recovery codes. */
export async function removeAuthenticator(shell: Shell): Promise<Result<null>> {
  const { personId } = signedInActor(shell)
  return shell.transact(async (tx) => {
    await saveAuthenticator(tx, personId, null)
    await recordAudit(tx, shell, changeOf(personId, 'person.remove-authenticator'))
    return done(null)
  })
}

function changeOf(personId: string, action: string) {
  return { action, inspectionId: null, subject: personId, before: null, after: null, reason: null }
}
