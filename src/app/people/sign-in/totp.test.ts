import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authenticatorAddress,
  base32,
  codeAt,
  fromBase32,
  newAuthenticatorKey,
  stepAt,
  stepOfCode,
} from './totp.ts'

const key = Buffer.from('12345678901234567890')
const at = (seconds: number): Date => new Date(seconds * 1000)

describe('one-time codes', () => {
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('RFC 6238 appendix B: at %i seconds the code is %s', (seconds, code) => {
    expect(codeAt(key, stepAt(at(seconds)), 8)).toBe(code)
  })

  test.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [9, '520489'],
  ])('RFC 4226 appendix D: counter %i gives %s', (counter, code) => {
    expect(codeAt(key, counter)).toBe(code)
  })

  test('a code is accepted with a space and one step early or late, but not two', () => {
    expect(stepOfCode(key, '287 082', at(30), null)).toBe(1)
    expect(stepOfCode(key, '287082', at(0), null)).toBe(1)
    expect(stepOfCode(key, '287082', at(89), null)).toBe(1)
    expect(stepOfCode(key, '287082', at(90), null)).toBeUndefined()
  })

  test('a code can be used once, and no earlier one after it', () => {
    expect(stepOfCode(key, '287082', at(30), 1)).toBeUndefined()
    expect(stepOfCode(key, '287082', at(30), 2)).toBeUndefined()
    expect(stepOfCode(key, '287082', at(30), 0)).toBe(1)
  })

  test.each(['', '28708', '2870822', 'abcdef', '２８７０８２'])('“%s” is not a code', (typed) => {
    expect(stepOfCode(key, typed, at(30), null)).toBeUndefined()
  })

  test('a key is 32 letters, in an address that apps read', () => {
    expect(newAuthenticatorKey()).toMatch(/^[A-Z2-7]{32}$/)
    expect(authenticatorAddress('ABC', 'a b@example.org')).toBe(
      'otpauth://totp/Assay:a%20b%40example.org?secret=ABC&issuer=Assay',
    )
  })

  test.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foobar', 'MZXW6YTBOI'],
  ])('RFC 4648: %s is %s in base32', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded)
  })
})

describe('always', () => {
  test('base32 printed and read is the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect([...fromBase32(base32(bytes))]).toEqual([...bytes])
      }),
    )
  })
})
