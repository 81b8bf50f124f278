/** The keys of authenticator apps as they are stored: sealed, each for its person only. */

import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { openKeyFile, type SealingKeys } from '../../../../platform/keyFile.ts'
import { seal, unseal } from '../../../../platform/sealing.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { problem } from '../../problems.ts'
import { lockAuthenticatorKeys, saveAuthenticatorKey } from '../../sign-in/signIn.queries.ts'
import { isAuthenticatorKey } from '../../sign-in/totp.ts'

/** Returns `key` as it is stored for `personId`: the id of the sealing key, a dot, and the sealed text. */
export function sealAuthenticatorKey(
  [{ id, key: sealing }]: SealingKeys,
  personId: string,
  key: string,
): string {
  return `${id}.${seal(sealing, key, personId).toString('base64url')}`
}

/** Returns the key in base32; undefined if no key of the file opens what is stored. */
export function openAuthenticatorKey(
  keys: SealingKeys,
  personId: string,
  stored: string,
): string | undefined {
  // Stored before keys were sealed, until the server is started for the first time since.
  if (isAuthenticatorKey(stored)) return stored
  const [id, sealed = ''] = stored.split('.')
  const sealing = keys.find((each) => each.id === id)
  return sealing && unseal(sealing.key, Buffer.from(sealed, 'base64url'), personId)
}

/**
 * Opens the key file of a server that starts, seals with its first key what is not sealed with it yet, and returns its
 * keys. Refuses if any stored key could not be opened, before anyone tries to sign in.
 */
export async function prepareAuthenticatorKeys(
  shell: Pick<Shell, 'transact'>,
  file: string,
): Promise<Result<SealingKeys>> {
  return shell.transact(async (tx) => {
    const stored = await lockAuthenticatorKeys(tx)
    const opened = openKeyFile(
      file,
      stored.some(({ key }) => !isAuthenticatorKey(key)),
    )
    if (!opened.ok) return opened
    const keys = opened.value
    const plain = stored.map(({ personId, key }) => openAuthenticatorKey(keys, personId, key))
    const closed = plain.filter((key) => key === undefined).length
    if (closed > 0) return refuse(problem('keys.do-not-open', { file, count: closed }))
    for (const [index, { personId, key }] of stored.entries()) {
      if (key.startsWith(`${keys[0].id}.`)) continue
      await saveAuthenticatorKey(tx, personId, sealAuthenticatorKey(keys, personId, plain[index] ?? ''))
    }
    return done(keys)
  })
}
