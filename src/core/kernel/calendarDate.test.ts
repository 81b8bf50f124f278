import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type CalendarDate,
  compareCalendarDates,
  daysBetween,
  mondayOf,
  parseCalendarDate,
  weekdayOf,
} from './calendarDate.ts'

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new Error(`${text} is not a day`)
  return date
}

test.each([
  '2023-02-29',
  '2022-13-01',
  '2022-00-10',
  '2022-04-31',
  '1900-02-29',
  '22-01-01',
  '2022-01-00',
  '2022-09-31',
  '2022-11-31',
  '2022-01-011',
  '2022-01-01T10:30',
  ' 2022-01-01',
  '',
])('%j is not a day of the calendar', (text) => {
  expect(parseCalendarDate(text)).toBeUndefined()
})

test.each(['2024-02-29', '2000-02-29', '2022-12-31', '2022-09-30', '2022-11-30', '0000-01-01', '9999-12-31'])(
  '%s is a day',
  (text) => {
    expect(parseCalendarDate(text)).toBe(text)
  },
)

test.each([
  ['2022-09-12', -364, '2021-09-13'],
  ['2022-09-12', -66, '2022-07-08'],
  ['2022-12-05', -364, '2021-12-06'],
  ['2022-12-05', -66, '2022-09-30'],
  ['2024-02-28', 1, '2024-02-29'],
  ['1970-01-01', -1, '1969-12-31'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(day(from), days)).toBe(to)
})

test.each([
  ['2019-05-31', -3, '2019-02-28'],
  ['2019-06-10', -9, '2018-09-10'],
  ['2019-01-15', -1, '2018-12-15'],
  ['2019-12-31', 2, '2020-02-29'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test('fieldwork of York began on a Monday', () => {
  expect(weekdayOf(day('2022-09-12'))).toBe('monday')
  expect(mondayOf(day('2022-09-12'))).toBe('2022-09-12')
  expect(mondayOf(day('2022-09-18'))).toBe('2022-09-12')
  expect(weekdayOf(day('1969-12-31'))).toBe('wednesday')
})

test('days outside the years 0 to 9999 are refused', () => {
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  expect(() => addMonths(day('0000-01-31'), -1)).toThrow(RangeError)
})

describe('always', () => {
  const days = fc
    .integer({ min: -700_000, max: 2_900_000 })
    .map((offset) => addDays(day('1970-01-01'), offset))

  test('the days are those of another calendar of the same rules', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (offset) => {
        const other = new Date(offset * 86_400_000).toISOString()
        const text = other.length === 24 ? other.slice(0, 10) : undefined
        expect(addDays(day('1970-01-01'), offset)).toBe(text)
      }),
    )
  })

  test('adding the days between two days leads from one to the other', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(addDays(one, daysBetween(one, other))).toBe(other)
        expect(Math.sign(daysBetween(other, one))).toBe(compareCalendarDates(one, other))
      }),
    )
  })

  test('the day of the week goes on by one', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
        expect(weekdayOf(addDays(date, 1))).not.toBe(weekdayOf(date))
        expect(daysBetween(mondayOf(date), date)).toBeLessThan(7)
        expect(weekdayOf(mondayOf(date))).toBe('monday')
      }),
    )
  })

  test('months there and back change nothing up to the 28th', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -100, max: 100 }), (date, months) => {
        fc.pre(Number(date.slice(8)) <= 28)
        expect(addMonths(addMonths(date, months), -months)).toBe(date)
      }),
    )
  })
})
