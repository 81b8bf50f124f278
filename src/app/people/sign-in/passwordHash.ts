/** Passwords are stored as argon2id hashes with their parameters (the PHC string format), so that these can grow. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { textLimits } from '../../../core/kernel/textLimits.ts'

const argon2Async = promisify(argon2)

/** Memory in KiB, passes and lanes: the first choice of OWASP's password storage cheat sheet. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1 }

type HashParameters = typeof parameters

/** Returns a hash of `password` with a salt of its own: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`. */
export async function hashPassword(password: string, cost: HashParameters = parameters): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain64(salt)}$${plain64(hash)}`
}

/** Returns whether `password` is the one that was hashed. Throws if `stored` is no hash of `hashPassword`. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const { cost, salt, hash } = parse(stored)
  return timingSafeEqual(hash, await derive(password, salt, cost))
}

/** Returns whether the hash was made with other parameters than those of today, so that a sign-in renews it. */
export function isOutdated(stored: string): boolean {
  const { cost } = parse(stored)
  return (
    cost.memory !== parameters.memory ||
    cost.passes !== parameters.passes ||
    cost.parallelism !== parameters.parallelism
  )
}

/** Takes as long as `passwordMatches`, so that the time does not show whether there is an account with an address. */
export async function spendPasswordTime(password: string): Promise<void> {
  await derive(password, randomBytes(16), parameters)
}

/**
 * Unicode has several ways to write one letter; NFKC makes those of every keyboard the same (NIST SP 800-63B). Throws
 * for what is longer than a password can be, which callers refuse before it costs time.
 */
async function derive(password: string, salt: Buffer, cost: HashParameters): Promise<Buffer> {
  if (password.length > textLimits.password) throw new RangeError('the password is too long')
  return argon2Async('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    tagLength: 32,
    ...cost,
  })
}

function parse(stored: string): {
  readonly cost: HashParameters
  readonly salt: Buffer
  readonly hash: Buffer
} {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored)
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts ?? []
  if (parts === null) throw new Error('the stored password hash is malformed')
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function plain64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
