import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from './sealing.ts'

const key = randomBytes(32)

describe('sealed text', () => {
  test('opens with its key for its owner, and with no other key and for nobody else', () => {
    const sealed = seal(key, 'the text', 'maya')
    expect(unseal(key, sealed, 'maya')).toBe('the text')
    expect(unseal(randomBytes(32), sealed, 'maya')).toBeUndefined()
    expect(unseal(key, sealed, 'tomos')).toBeUndefined()
  })

  test('is never the same twice, so that equal texts cannot be recognised', () => {
    expect(seal(key, 'the text', 'maya')).not.toEqual(seal(key, 'the text', 'maya'))
  })

  test.each(['', 'short', '🙂'])('“%s” is none', (text) => {
    expect(unseal(key, Buffer.from(text), 'maya')).toBeUndefined()
  })
})

describe('always', () => {
  test('sealed and opened is the same, and a single bit that changed keeps it shut', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, where) => {
        const sealed = seal(key, text, 'maya')
        expect(unseal(key, sealed, 'maya')).toBe(text)
        const bit = where % (sealed.length * 8)
        sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(unseal(key, sealed, 'maya')).toBeUndefined()
      }),
    )
  })
})
