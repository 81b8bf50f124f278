/** Codes for when the phone with the authenticator app is lost. Each can be used once. */
import { randomBytes } from 'node:crypto'
import { hashSecret } from '../../../../platform/secrets.ts'
import { base32 } from '../../sign-in/totp.ts'

const codes = 10

/**
 * Returns ten codes of 120 random bits in groups of four, such as `K3FD-9QZ2-…`, to be shown once. With so many bits a
 * plain hash is enough, as it is for other secrets.
 */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: codes }, () => (base32(randomBytes(15)).match(/.{4}/g) ?? []).join('-'))
}

/** Returns what is stored of a code; groups and letter case do not matter. */
export function recoveryCodeHash(code: string): string {
  return hashSecret(code.toUpperCase().replace(/[^A-Z2-7]/g, ''))
}
