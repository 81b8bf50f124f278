/**
 * Sealing what has to be read again, by AES-256-GCM. Sealed text is nonce, tag and ciphertext in one. It opens with its
 * own key only, for the same owner, and not at all if it was changed.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const cipherName = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** `owner` says whose it is and is not in the text: sealed text that is moved to someone else does not open. */
export function seal(key: Uint8Array, text: string, owner: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Undefined if the key or the owner is another, or the text was touched. */
export function unseal(key: Uint8Array, bytes: Uint8Array, owner: string): string | undefined {
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv(cipherName, key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  const opened = decipher.update(bytes.subarray(nonceBytes + tagBytes))
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
