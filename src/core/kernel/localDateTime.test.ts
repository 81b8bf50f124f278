import { expect, test } from 'vitest'
import { isLocalDateTime, isTimeInLondon } from './localDateTime.ts'

test.each(['2026-06-01T10:30', '2024-02-29T00:00', '2026-12-31T23:59', '2000-01-01T00:00'])(
  '%s is a day and a time',
  (text) => {
    expect(isLocalDateTime(text)).toBe(true)
  },
)

test.each([
  'Tuesday at ten',
  '2026-06-01',
  '2026-02-29T10:30',
  '2026-06-31T10:30',
  '2026-06-01T24:00',
  '2026-06-01T10:60',
  '2026-06-01T10:30Z',
  '0202-06-01T10:30',
  '1999-12-31T23:59',
  'on 2026-06-01T10:30',
])('%s is none', (text) => {
  expect(isLocalDateTime(text)).toBe(false)
})

test.each([
  ['2026-03-29T00:59', true],
  ['2026-03-29T01:00', false],
  ['2026-03-29T01:59', false],
  ['2026-03-29T02:00', true],
  ['2026-03-22T01:30', true],
  ['2027-03-28T01:30', false],
  ['2024-03-31T01:30', false],
  ['2026-10-25T01:30', true],
])('%s is shown by the clocks: %s', (text, isShown) => {
  expect(isTimeInLondon(text)).toBe(isShown)
})

test('it is as the time zone database has it, for every hour of these years', () => {
  const london = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  })
  const hour = 3_600_000
  const first = Date.UTC(2024, 0, 1)
  const hours = Array.from({ length: (Date.UTC(2031, 0, 1) - first) / hour }, (_, at) => first + at * hour)
  const there = new Set(hours.map((at) => london.format(at).replace(' ', 'T')))
  const missing = hours
    .map((at) => new Date(at).toISOString().slice(0, 16))
    .filter((text) => !there.has(text))
  const refused = hours
    .map((at) => new Date(at).toISOString().slice(0, 16))
    .filter((text) => !isTimeInLondon(text))
  expect(refused).toEqual(missing)
})
