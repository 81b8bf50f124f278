import { describe, expect, test } from 'vitest'
import { localDateTimeText } from './localDateTime.ts'
import { londonDay } from './londonDate.ts'
import { dateText, dayText, momentText } from './londonTime.ts'

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
])('%s is %s', (date, text) => {
  expect(dateText(date)).toBe(text)
})

describe('a moment', () => {
  test.each([
    ['2026-01-01T09:30:00Z', '1 January 2026 at 9:30am'],
    ['2026-06-01T08:30:59.999Z', '1 June 2026 at 9:30am'],
    ['2026-06-01T08:00:00Z', '1 June 2026 at 9am'],
    ['2026-06-01T13:03:00Z', '1 June 2026 at 2:03pm'],
    ['2026-06-01T11:00:00Z', '1 June 2026 at midday'],
    ['2026-06-01T11:01:00Z', '1 June 2026 at 12:01pm'],
    ['2026-05-31T23:00:00Z', '1 June 2026 at midnight'],
    ['2026-05-31T23:01:00Z', '1 June 2026 at 12:01am'],
    ['2026-05-31T22:59:00Z', '31 May 2026 at 11:59pm'],
  ])('%s is %s', (moment, text) => {
    expect(momentText(new Date(moment))).toBe(text)
  })

  test.each([
    ['the last minute before the clocks go forward', '2026-03-29T00:59:00Z', '29 March 2026 at 12:59am'],
    ['the first minute after the clocks go forward', '2026-03-29T01:00:00Z', '29 March 2026 at 2am'],
    ['the last minute before the clocks go back', '2026-10-25T00:59:00Z', '25 October 2026 at 1:59am'],
    ['the first minute after the clocks go back', '2026-10-25T01:00:00Z', '25 October 2026 at 1am'],
  ])('%s', (_, moment, text) => {
    expect(momentText(new Date(moment))).toBe(text)
  })

  test.each([
    ['2026-06-01T22:59:59Z', '2026-06-01', '1 June 2026'],
    ['2026-06-01T23:00:00Z', '2026-06-02', '2 June 2026'],
    ['2026-12-31T23:59:59Z', '2026-12-31', '31 December 2026'],
    ['2027-01-01T00:00:00Z', '2027-01-01', '1 January 2027'],
  ])('%s is on the day %s', (moment, day, text) => {
    expect(londonDay(new Date(moment))).toBe(day)
    expect(dayText(new Date(moment))).toBe(text)
  })

  test('that is none throws', () => {
    expect(() => londonDay(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('a day and a time without a time zone', () => {
  test.each([
    ['2026-06-01T10:30', '1 June 2026 at 10:30am'],
    ['2026-06-01T00:00', '1 June 2026 at midnight'],
    ['2026-10-25T00:59', '25 October 2026 at 12:59am'],
    ['2026-10-25T01:30', '25 October 2026 at 1:30am, before the clocks go back'],
    ['2026-10-25T02:30', '25 October 2026 at 2:30am'],
    ['2026-03-29T02:30', '29 March 2026 at 2:30am'],
  ])('%s is %s', (written, text) => {
    expect(localDateTimeText(written)).toBe(text)
  })

  test.each(['Tuesday at ten', '2026-06-01', '2026-06-31T10:30', '2026-06-01T10:30Z'])(
    '%s is none, and is returned unchanged',
    (written) => {
      expect(localDateTimeText(written)).toBe(written)
    },
  )
})
