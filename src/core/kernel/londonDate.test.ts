import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCalendarDate } from './calendarDate.ts'
import { londonDate } from './londonDate.ts'

test.each([
  ['2026-03-28', 23 * 60 + 59, '2026-03-28', 'the evening before summer time begins'],
  ['2026-03-29', 22 * 60 + 59, '2026-03-29', 'one minute before midnight in summer time'],
  ['2026-03-29', 23 * 60, '2026-03-30', 'midnight on the day summer time begins'],
  ['2026-03-30', 23 * 60, '2026-03-31', 'midnight on the first whole day of summer time'],
  ['2026-10-24', 23 * 60, '2026-10-25', 'midnight on the last whole day of summer time'],
  ['2026-10-25', 23 * 60, '2026-10-25', 'the evening of the day summer time ends'],
  ['2027-03-28', 23 * 60, '2027-03-29', 'the last Sunday three days before the end of March'],
  ['2024-03-31', 23 * 60, '2024-04-01', 'the last Sunday at the end of March'],
  ['2027-10-30', 23 * 60, '2027-10-31', 'the last Sunday at the end of October'],
  ['2026-07-01', -60, '2026-07-01', 'minutes below zero'],
  ['2026-07-01', -61, '2026-06-30', 'more minutes below zero than summer time adds'],
])('%s and %i minutes is %s in London: %s', (date, minutes, london) => {
  const day = parseCalendarDate(date)
  expect(day && londonDate(day, minutes)).toBe(london)
})

test('always: the day that the time zone database gives', () => {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
  const moments = fc.integer({
    min: Date.UTC(1997, 0, 1) / 60_000,
    max: Date.UTC(2040, 0, 1) / 60_000,
  })
  fc.assert(
    fc.property(moments, fc.integer({ min: -900, max: 900 }), (minute, offset) => {
      const moment = new Date(minute * 60_000)
      const date = parseCalendarDate(moment.toISOString().slice(0, 10))
      if (date === undefined) throw new Error('no day')
      const minutes = moment.getUTCHours() * 60 + moment.getUTCMinutes() + offset
      expect(londonDate(date, minutes)).toBe(london.format(new Date((minute + offset) * 60_000)))
    }),
  )
})
