/** Days of the calendar without time or time zone, in the proleptic Gregorian calendar (ISO 8601). */
import type { Brand } from './brand.ts'

/** A day as `YYYY-MM-DD`, 0000-01-01 to 9999-12-31; the order of the texts is the order of the days. */
export type CalendarDate = Brand<string, 'CalendarDate'>

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

/** Returns `text` as a day, or undefined if it is not written `YYYY-MM-DD` or no month has that day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  return isCalendarDate(text) ? text : undefined
}

function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Returns the day `days` later, or earlier if it is below zero. Throws outside the years 0 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/**
 * Returns the same day of the month `months` later, or earlier if it is below zero; if that month is shorter, its last
 * day: 31 May less three months is 28 February. Throws outside the years 0 to 9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const counted = year * 12 + (month - 1) + months
  const newYear = Math.floor(counted / 12)
  const newMonth = counted - newYear * 12 + 1
  return written(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Returns how many days `to` is after `from`; below zero if it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Returns the day of the week. */
export function weekdayOf(date: CalendarDate): Weekday {
  const weekday = weekdays[daysSinceMonday(date)]
  if (weekday === undefined) throw new RangeError(`${date} has no weekday`)
  return weekday
}

/** Returns the Monday of the week (Monday to Sunday) of `date`. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -daysSinceMonday(date))
}

/** Days since the Monday of the week: day 0 of the count, 1970-01-01, was a Thursday. */
function daysSinceMonday(date: CalendarDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7
}

/** Returns a number below zero if `one` is before `other`, zero for the same day, above zero if it is after. */
export function compareCalendarDates(one: CalendarDate, other: CalendarDate): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

type Parts = { readonly year: number; readonly month: number; readonly day: number }

function partsOf(date: CalendarDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function written(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isCalendarDate(text)) throw new RangeError(`${text} is outside the calendar`)
  return text
}

/**
 * Days since 1970-01-01. Counted in years that begin in March, so that the leap day is the last of its year.
 * Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`: civil_from_days of the same source. */
function fromDayNumber(number: number): CalendarDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return written(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}
