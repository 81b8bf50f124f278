/** The proof of an authenticator app: its code, or a recovery code in its place. Each counts once. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textLimits } from '../../../core/kernel/textLimits.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { SealingKeys } from '../../../platform/keyFile.ts'
import type { Shell } from '../../../platform/shell.ts'
import { openAuthenticatorKey } from '../accounts/authenticator-page/authenticatorKeys.ts'
import { recoveryCodeHash } from '../accounts/authenticator-page/recoveryCodes.ts'
import { problem } from '../problems.ts'
import { type Credentials, useAuthenticatorStep, useRecoveryCode } from './signIn.queries.ts'
import { fromBase32, stepOfCode } from './totp.ts'

/** Nothing longer is any code, and costs nothing to refuse. */
export function isCodeLength(typed: string): boolean {
  return typed.length <= textLimits.code
}

/** Done where the person has no app, or `typed` is one of its codes. `people.code-missing` where nothing was typed. */
export async function proveCode(
  shell: Shell,
  tx: Tx,
  person: Credentials,
  typed: string,
  keys: SealingKeys,
): Promise<Result<null>> {
  if (person.authenticatorKey === null) return done(null)
  if (typed.trim() === '') return refuse(problem('people.code-missing', {}, { field: 'passcode' }))
  if (!isCodeLength(typed)) return refuse(problem('people.code-wrong', {}, { field: 'passcode' }))
  const now = shell.now()
  const key = openAuthenticatorKey(keys, person.personId, person.authenticatorKey)
  const step =
    key === undefined ? undefined : stepOfCode(fromBase32(key), typed, now, person.authenticatorStep)
  const right =
    step === undefined
      ? await useRecoveryCode(tx, person.personId, recoveryCodeHash(typed), now)
      : await useAuthenticatorStep(tx, person.personId, step)
  if (right) return done(null)
  return refuse(
    problem(
      key === undefined ? 'people.authenticator-closed' : 'people.code-wrong',
      {},
      { field: 'passcode' },
    ),
  )
}
