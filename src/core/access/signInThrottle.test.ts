import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountAndPlace,
  accountAnywhere,
  accountsFromPlace,
  afterFailure,
  type Failures,
  secondsToWait,
} from './signInThrottle.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000)
const quarterOfAnHour = 15 * 60
const failed = (count: number): Failures => ({ count, lastAt: noon })

describe('waiting after failed sign-ins', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [11, 900],
    [1000, 900],
  ])('after %i failures of one account from one place the wait is %i seconds', (count, seconds) => {
    expect(secondsToWait(failed(count), noon, accountAndPlace)).toBe(seconds)
  })

  test.each([
    [10, 0],
    [11, 15],
    [13, 60],
    [16, 300],
    [1000, 300],
  ])(
    'after %i failures of one account from everywhere the wait is %i seconds, never more than five minutes',
    (count, seconds) => {
      expect(secondsToWait(failed(count), noon, accountAnywhere)).toBe(seconds)
    },
  )

  test.each([
    [40, 0],
    [41, 15],
    [43, 60],
    [1000, 60],
  ])(
    'after failures of %i accounts from one network the wait is %i seconds, never more than a minute',
    (count, seconds) => {
      expect(secondsToWait(failed(count), noon, accountsFromPlace)).toBe(seconds)
    },
  )

  test('the wait ends, and an attempt after it is allowed', () => {
    expect(secondsToWait(failed(6), later(29), accountAndPlace)).toBe(1)
    expect(secondsToWait(failed(6), later(30), accountAndPlace)).toBe(0)
  })

  test('half a day without a failure clears them all', () => {
    const afterwards = later(12 * 3600 + 1)
    expect(secondsToWait(failed(1000), afterwards, accountAndPlace)).toBe(0)
    expect(afterFailure(failed(1000), afterwards)).toEqual({ count: 1, lastAt: afterwards })
  })
})

describe('always', () => {
  test('a clock that is set back locks no one out for more than half an hour', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1e9), (count, seconds) => {
        const waits = [0, 2 * quarterOfAnHour].map((passed) =>
          secondsToWait(failed(count), later(passed - seconds), accountAndPlace),
        )
        expect(waits).toContain(0)
      }),
    )
  })

  test('no one waits longer than a quarter of an hour, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: -1e9, max: 1e9 }), (count, seconds) => {
        const wait = secondsToWait(failed(count), later(seconds), accountAndPlace)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(quarterOfAnHour)
      }),
    )
  })
})
