/** The day in London at a moment that a file gives in universal time. */
import { addDays, type CalendarDate, parseCalendarDate, weekdayOf, weekdays } from './calendarDate.ts'
import { londonClock } from './londonTime.ts'

const minutesOfDay = 24 * 60

/**
 * The day in London, `minutes` after midnight of `date` in universal time; `minutes` may be below zero or beyond the
 * day. Summer time runs from 1am UTC on the last Sunday of March to 1am UTC on the last Sunday of October (Summer Time
 * Act 1972, as amended in 2002).
 */
export function londonDate(date: CalendarDate, minutes: number): CalendarDate {
  const days = Math.floor(minutes / minutesOfDay)
  const day = addDays(date, days)
  const ofDay = minutes - days * minutesOfDay
  return ofDay >= minutesOfDay - 60 && isSummerAt(day, ofDay) ? addDays(day, 1) : day
}

function isSummerAt(day: CalendarDate, minutes: number): boolean {
  const year = day.slice(0, 4)
  const from = lastSunday(`${year}-03-31`)
  const until = lastSunday(`${year}-10-31`)
  if (day === from) return minutes >= 60
  return day === until ? minutes < 60 : day > from && day < until
}

function lastSunday(lastDay: string): CalendarDate {
  const date = parseCalendarDate(lastDay)
  if (date === undefined) throw new RangeError(`${lastDay} is no day`)
  return addDays(date, -((weekdays.indexOf(weekdayOf(date)) + 1) % 7))
}

/** Returns the calendar day in London at a moment. */
export function londonDay(moment: Date): CalendarDate {
  const day = parseCalendarDate(londonClock(moment).slice(0, 10))
  if (day === undefined) throw new RangeError(`no calendar day at ${String(moment)}`)
  return day
}
