import { expect, test } from 'vitest'
import { dateWords } from './dateWords.ts'

test.each([
  ['2022-12-05', '5 December 2022'],
  ['2022-12', 'December 2022'],
  ['2021', '2021'],
  ['2022-13', '2022-13'],
  ['soon', 'soon'],
])('%s is %s', (date, words) => {
  expect(dateWords(date)).toBe(words)
})
