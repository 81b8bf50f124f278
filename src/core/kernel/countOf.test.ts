import { expect, test } from 'vitest'
import { countOf, nounFor } from './countOf.ts'

test.each([
  [0, '0 cases'],
  [1, '1 case'],
  [2, '2 cases'],
  [-1, '-1 cases'],
  [1.5, '1.5 cases'],
])('%d', (count, text) => {
  expect(countOf(count, 'case')).toBe(text)
})

test('a plural that is not the noun with an s', () => {
  expect(countOf(1, 'key question judgement')).toBe('1 key question judgement')
  expect(countOf(2, 'entry', 'entries')).toBe('2 entries')
})

test('a noun without its count is singular for 1 only', () => {
  expect([
    nounFor(0, 'case'),
    nounFor(1, 'case'),
    nounFor(2, 'case'),
    nounFor(2, 'child', 'children'),
  ]).toEqual(['cases', 'case', 'cases', 'children'])
})
