/** One-time codes of an authenticator app: RFC 6238 over RFC 4226, with SHA-1, 6 digits and steps of 30 seconds. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30

/** Returns the code of the counter `step` under `key`, with `digits` digits (RFC 4226 section 5.3). */
export function codeAt(key: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac.readUInt8(19) & 0x0f
  const truncated = mac.readUInt32BE(offset) & 0x7fffffff
  return String(truncated % 10 ** digits).padStart(digits, '0')
}

/** Returns the number of the step of 30 seconds at a moment, counted from 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/**
 * Returns the step whose code `typed` is, one step early or late allowed for clocks that differ. Returns undefined if it
 * is the code of none of them, or if a code of that step or a later one was used before: a code can be used once.
 */
export function stepOfCode(
  key: Uint8Array,
  typed: string,
  now: Date,
  lastStepUsed: number | null,
): number | undefined {
  const digits = Buffer.from(typed.replace(/\s/g, ''))
  const current = stepAt(now)
  return [current, current - 1, current + 1]
    .filter((step) => step > (lastStepUsed ?? -1))
    .find((step) => {
      const code = Buffer.from(codeAt(key, step))
      return code.length === digits.length && timingSafeEqual(code, digits)
    })
}

/** Returns a new key of 160 bits, as RFC 4226 section 4 advises, in base32 as apps read it. */
export function newAuthenticatorKey(): string {
  return base32(randomBytes(20))
}

/** Returns whether `text` has the form of a key of `newAuthenticatorKey`. */
export function isAuthenticatorKey(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text)
}

/** Returns the address that authenticator apps read. */
export function authenticatorAddress(key: string, account: string): string {
  return `otpauth://totp/Assay:${encodeURIComponent(account)}?secret=${key}&issuer=Assay`
}

/** Returns bytes in base32 (RFC 4648), without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** Returns the bytes of a key in base32; spaces and letter case do not matter. Throws for a letter outside the alphabet. */
export function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase().replace(/[\s=]/g, '')].map((letter) => {
    const value = alphabet.indexOf(letter)
    if (value < 0) throw new RangeError('not base32')
    return value.toString(2).padStart(5, '0')
  })
  const whole = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(whole.map((byte) => Number.parseInt(byte, 2)))
}
