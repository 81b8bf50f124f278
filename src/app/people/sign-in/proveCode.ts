/** The proof by an authenticator app: its code, or a recovery code instead. Each can be used once. */
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textLimits } from '../../../core/kernel/textLimits.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { SealingKeys } from '../../../platform/keyFile.ts'

import { openAuthenticatorKey } from '../accounts/authenticator-page/authenticatorKeys.ts'
import { recoveryCodeHash } from '../accounts/authenticator-page/recoveryCodes.ts'
import { problem } from '../problems.ts'
import { type Credentials, useAuthenticatorStep, useRecoveryCode } from './signIn.queries.ts'
import { fromBase32, stepOfCode } from './totp.ts'

/** Returns whether `typed` is short enough to be a code. What is longer is refused before it costs anything. */
export function isCodeLength(typed: string): boolean {
  return typed.length <= textLimits.code
}

export type TypedCode = {
  readonly typed: string
  /** They open the key of the app as it is stored. */
  readonly sealingKeys: SealingKeys
  readonly now: Date
}

/**
 * Uses up the code that a person typed. Does nothing if the person has no app; refuses if nothing was typed, if it is
 * neither a code of their app nor an unused recovery code, or if no key opens what is stored of the app.
 */
export async function proveCode(
  tx: Tx,
  person: Credentials,
  { typed, sealingKeys, now }: TypedCode,
): Promise<Result<null>> {
  if (person.authenticatorKey === null) return done(null)
  if (typed.trim() === '') return refuse(problem('people.code-missing', {}, { field: 'passcode' }))
  if (!isCodeLength(typed)) return refuse(problem('people.code-wrong', {}, { field: 'passcode' }))
  const key = openAuthenticatorKey(sealingKeys, person.personId, person.authenticatorKey)
  const step =
    key === undefined ? undefined : stepOfCode(fromBase32(key), typed, now, person.authenticatorStep)
  const isCorrect =
    step === undefined
      ? await useRecoveryCode(tx, person.personId, recoveryCodeHash(typed), now)
      : await useAuthenticatorStep(tx, person.personId, step)
  if (isCorrect) return done(null)
  const code = key === undefined ? 'people.authenticator-closed' : 'people.code-wrong'
  return refuse(problem(code, {}, { field: 'passcode' }))
}
