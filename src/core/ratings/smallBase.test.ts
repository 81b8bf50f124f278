import { expect, test } from 'vitest'
import { smallBaseWarning } from './smallBase.ts'

test('a percentage of few cases says how much one answer changes it', () => {
  expect(smallBaseWarning(9)).toContain(
    'with a base of 9 cases, one answer changes a percentage by about 11 points',
  )
  expect(smallBaseWarning(1)).toContain('a base of 1 case.')
  expect(smallBaseWarning(19)).not.toBeNull()
})

test('20 cases and more, and no case at all, need no warning', () => {
  expect(smallBaseWarning(20)).toBeNull()
  expect(smallBaseWarning(0)).toBeNull()
})
