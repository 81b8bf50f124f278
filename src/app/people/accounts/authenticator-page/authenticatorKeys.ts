/** The keys of authenticator apps as they stand in the database: sealed, for their person alone. */

import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { openKeyFile, type SealingKeys } from '../../../../platform/keyFile.ts'
import { seal, unseal } from '../../../../platform/sealing.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { problem } from '../../problems.ts'
import { listAuthenticatorKeys, saveAuthenticatorKey } from '../../sign-in/signIn.queries.ts'
import { isAuthenticatorKey } from '../../sign-in/totp.ts'

/** `key` as it is stored for `personId`: the sealing key's id, a dot, and the sealed text. */
export function sealAuthenticatorKey(
  [{ id, key: sealing }]: SealingKeys,
  personId: string,
  key: string,
): string {
  return `${id}.${seal(sealing, key, personId).toString('base64url')}`
}

/** The key in base32; undefined where no key of the file opens what is stored. */
export function openAuthenticatorKey(
  keys: SealingKeys,
  personId: string,
  stored: string,
): string | undefined {
  // Stored before keys were sealed, until the server is started for the first time since.
  if (isAuthenticatorKey(stored)) return stored
  const [id, sealed = ''] = stored.split('.')
  const sealing = keys.find((one) => one.id === id)
  return sealing && unseal(sealing.key, Buffer.from(sealed, 'base64url'), personId)
}

/**
 * Opens the key file of a server that starts, and seals under its first key what is not yet: keys of before there was
 * a file, and those under an older key. Refuses where anything stored could not be opened, before anybody tries.
 */
export async function prepareAuthenticatorKeys(
  shell: Pick<Shell, 'transact'>,
  file: string,
): Promise<Result<SealingKeys>> {
  return shell.transact(async (tx) => {
    const stored = await listAuthenticatorKeys(tx)
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
