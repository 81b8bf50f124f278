import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash } from './contentHash.ts'

test('is that of the JSON text with its names in order', () => {
  // printf '{"a":[1,null],"b":"ë"}' | sha256sum
  expect(contentHash({ b: 'ë', a: [1, null] })).toBe(contentHash({ a: [1, null], b: 'ë' }))
  expect(contentHash({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
})

describe('always', () => {
  test('equal for what JSON brings back, different for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const again: unknown = JSON.parse(JSON.stringify(one))
        expect(contentHash(again)).toBe(contentHash(one))
        const same = JSON.stringify(one) === JSON.stringify(other)
        if (!same && contentHash(one) === contentHash(other)) expect(one).toEqual(other)
      }),
    )
  })
})
