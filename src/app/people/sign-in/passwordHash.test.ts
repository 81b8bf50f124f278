import { expect, test } from 'vitest'
import { hashPassword, isOutdated, passwordMatches } from './passwordHash.ts'

const quick = { memory: 64, passes: 1, parallelism: 1 }

test('a password matches its own hash and no other, and two hashes of one password differ', async () => {
  const first = await hashPassword('correct horse battery', quick)
  expect(await passwordMatches('correct horse battery', first)).toBe(true)
  expect(await passwordMatches('correct horse batterz', first)).toBe(false)
  expect(await passwordMatches('', first)).toBe(false)
  expect(await hashPassword('correct horse battery', quick)).not.toBe(first)
})

test('the hash is argon2id and says its parameters', async () => {
  expect(await hashPassword('correct horse battery')).toMatch(
    /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
  )
})

test('a hash of other parameters is still accepted, and known to be outdated', async () => {
  const old = await hashPassword('correct horse battery', quick)
  expect(isOutdated(old)).toBe(true)
  expect(isOutdated(await hashPassword('x'))).toBe(false)
})

test('the reference program’s hash is understood', async () => {
  // From argon2's own test.c, version 0x13, argon2id: t=2, m=256, p=1, password "password", salt "somesalt".
  const reference = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await passwordMatches('password', reference)).toBe(true)
})

test('letters composed in another way are the same password', async () => {
  expect(await passwordMatches('caf\u00e9 au lait', await hashPassword('cafe\u0301 au lait', quick))).toBe(
    true,
  )
})

test('a malformed hash is a fault, not a wrong password', async () => {
  await expect(passwordMatches('x', '$2b$10$abc')).rejects.toThrow('malformed')
})
