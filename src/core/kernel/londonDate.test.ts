import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCalendarDate } from './calendarDate.ts'
import { londonDate } from './londonDate.ts'

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
