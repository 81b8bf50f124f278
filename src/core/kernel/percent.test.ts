import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentHalfUp, wholePercent } from './percent.ts'

describe('whole per cent, halves up', () => {
  test.each([
    [11, 17, 65, '64.7 is printed 65, Bedfordshire 3.3'],
    [15, 24, 63, '62.5 is printed 63, Dudley 2.1'],
    [4, 9, 44, '44.4 is printed 44, Walsall 3.2'],
    [1, 6, 17, '16.7 is printed 17, Bedfordshire 2.1'],
    [1, 200, 1, 'half of one per cent is 1'],
    [1, 201, 0, 'less than half of one per cent is 0'],
    [199, 200, 100, '99.5 is 100'],
    [0, 5, 0, 'none'],
    [5, 5, 100, 'all'],
  ])('%i of %i is %i: %s', (part, whole, percent) => {
    expect(percentHalfUp(part, whole)).toBe(percent)
  })

  test.each([
    [1, 0],
    [0, 0],
    [0, -5],
    [-5, -5],
    [-1, 5],
    [-1, 1000],
    [1001, 1000],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
  ])('%d of %d is no share', (part, whole) => {
    expect(() => percentHalfUp(part, whole)).toThrow(RangeError)
  })

  test.each([0, 1, 64, 100])('%d is a whole per cent', (value) => {
    expect(wholePercent(value)).toBe(value)
  })

  test.each([-1, 101, 64.5, Number.NaN])('%d is not a whole per cent', (value) => {
    expect(wholePercent(value)).toBeUndefined()
  })
})

describe('always', () => {
  const counts = fc.integer({ min: 1, max: 100_000 }).chain((whole) => {
    return fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole))
  })

  test('a share is within half a point of its percentage', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const twice = 2 * percentHalfUp(part, whole) * whole
        expect(200 * part - twice).toBeGreaterThanOrEqual(-whole)
        expect(200 * part - twice).toBeLessThan(whole)
      }),
    )
  })

  test('one more of the same whole never lowers the percentage', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        fc.pre(part < whole)
        expect(percentHalfUp(part + 1, whole)).toBeGreaterThanOrEqual(percentHalfUp(part, whole))
      }),
    )
  })
})
