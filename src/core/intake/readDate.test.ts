import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, parseCalendarDate } from '../kernel/calendarDate.ts'
import { readDate } from './readDate.ts'

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new Error(`${text} is no day`)
  return date
}
const today = day('2024-06-03')

describe('dates', () => {
  test.each([
    '2024-02-29',
    '29/02/2024',
    '29.2.24',
    '29 February 2024',
    'Thu, 29 Feb 2024',
    '45351',
    '29/02/2024 00:00',
  ])('%s is 29 February 2024', (written) => {
    expect(readDate(written, today)).toEqual({ ok: true, date: '2024-02-29' })
  })

  test.each([
    ['2024-05-31T23:00:00.000Z', '2024-06-01'],
    ['2024-05-31T22:59:59Z', '2024-05-31'],
    ['2024-01-31T23:30:00Z', '2024-01-31'],
    ['2024-06-01T00:00:00+01:00', '2024-06-01'],
    ['2024-06-01T00:30:00+02:00', '2024-05-31'],
    ['2024-05-31T20:00:00-0400', '2024-06-01'],
    ['31/05/2024 23:30 UTC', '2024-06-01'],
    ['1 June 2024 00:30 BST', '2024-06-01'],
    ['2024-05-31T23:30:00', '2024-05-31'],
    ['31/05/2024 11:30 pm', '2024-05-31'],
    ['31\u00A0May\u00A02024', '2024-05-31'],
  ])('%s is %s in London', (written, date) => {
    expect(readDate(written, today)).toEqual({ ok: true, date })
  })

  test.each([
    ['2024-05-31T25:00:00Z', 'not-understood'],
    ['2024-05-31 12:60', 'not-understood'],
    ['2024-05-31 13:00 pm', 'not-understood'],
    ['31/02/2024 23:00Z', 'impossible'],
    ['31/02/2024', 'impossible'],
    ['29/02/2023', 'impossible'],
    // The day comes before the month in the United Kingdom.
    ['02/29/2024', 'impossible'],
    ['04/06/2024', 'future'],
    ['01/01/1900', 'too-old'],
    ['soon', 'not-understood'],
    ['2024', 'not-understood'],
    [' '.repeat(200), 'not-understood'],
  ])('%s is %s', (written, fault) => {
    expect(readDate(written, today)).toEqual({ ok: false, fault })
  })
})

describe('always', () => {
  const anyDay = fc.integer({ min: 0, max: 7_000 }).map((days) => addDays(today, -days))

  test('a day reads the same as ISO, as written here and as a spreadsheet counts it', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const serial = String(daysBetween(day('1899-12-30'), date))
        const expected = { ok: true, date }
        for (const written of [date, date.split('-').reverse().join('/'), serial]) {
          expect(readDate(written, today)).toEqual(expected)
        }
      }),
    )
  })
})
