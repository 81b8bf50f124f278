import { expect, test } from 'vitest'
import { waitBefore } from './keepRunning.ts'

test('the first return is tried at once, each further one after twice the time, a minute at most', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map(waitBefore)
  expect(waits).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})
