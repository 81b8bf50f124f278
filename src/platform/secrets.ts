/** Random values that open something. Only their hash is ever stored: reading the database opens nothing. */
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits, in letters that can be in a cookie or an address as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A plain hash is enough for what has 256 random bits; passwords, which people choose, have argon2id. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** A value that only the holder of `secret` can make, for one purpose and text. */
export function derived(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')
}

/** A short random name for a record, which opens nothing. */
export function newId(): string {
  return randomBytes(10).toString('hex')
}
