import { expect, test } from 'vitest'
import { dateTimeWords, isLocalDateTime } from './localDateTime.ts'

test.each(['2026-06-01T10:30', '2024-02-29T00:00', '2026-12-31T23:59'])('%s is a day and a time', (text) => {
  expect(isLocalDateTime(text)).toBe(true)
})

test.each([
  'Tuesday at ten',
  '2026-06-01',
  '2026-02-29T10:30',
  '2026-06-31T10:30',
  '2026-06-01T24:00',
  '2026-06-01T10:60',
  '2026-06-01T10:30Z',
  '0202-06-01T10:30',
])('%s is none', (text) => {
  expect(isLocalDateTime(text)).toBe(false)
  expect(dateTimeWords(text)).toBe(text)
})

test('it is said as people say it', () => {
  expect(dateTimeWords('2026-06-01T10:30')).toBe('1 June 2026 at 10:30')
})
