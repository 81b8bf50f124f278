import { expect, test } from 'vitest'
import { dateWords } from './dateWords.ts'

test.each([
  ['2022-12-05', '5 December 2022'],
  ['2022-12', 'December 2022'],
  ['2021', '2021'],
  ['2022-13', '2022-13'],
  ['soon', 'soon'],
  ['12022-12-05', '12022-12-05'],
  ['2022-12-05T10:30', '2022-12-05T10:30'],
  ['2022-00-05', '2022-00-05'],
  ['2022-01-31', '31 January 2022'],
])('%s is %s', (date, words) => {
  expect(dateWords(date)).toBe(words)
})
