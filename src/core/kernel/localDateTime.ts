/** A day and a time of day where people are, without a time zone: `2026-06-01T10:30`. */
import { parseCalendarDate } from './calendarDate.ts'
import { clockText, dateText } from './londonTime.ts'

const form = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/

/** Returns whether `text` is written so, of a day that the calendar has, in a year from 2000 on. */
export function isLocalDateTime(text: string): boolean {
  const [, day = ''] = form.exec(text) ?? []
  return parseCalendarDate(day) !== undefined && day >= '2000'
}

/**
 * Whether the clocks of the United Kingdom show this time: on the last Sunday of March they go from 1am to 2am. Between
 * 1am and 2am on the last Sunday of October they show every time twice: that is a time, and means the first of the two.
 * Refuses nothing before 2000, where `isLocalDateTime` does.
 */
export function isTimeInLondon(text: string): boolean {
  return !isInHourFrom1am(text, 3)
}

/** Returns whether the clocks of the United Kingdom show this local time twice, because they go back. */
function isTwiceInLondon(text: string): boolean {
  return isInHourFrom1am(text, 10)
}

/** Whether `text` is between 1am and 2am on the last Sunday of the month. */
function isInHourFrom1am(text: string, month: number): boolean {
  const [year, at, day] = text.slice(0, 10).split('-').map(Number)
  const isSunday = new Date(`${text.slice(0, 10)}T00:00Z`).getUTCDay() === 0
  return (
    year !== undefined &&
    at === month &&
    day !== undefined &&
    day > 24 &&
    isSunday &&
    text.slice(11, 13) === '01'
  )
}

/**
 * Returns a day and a time without a time zone (`2026-06-01T10:30`) in words: "1 June 2026 at 10:30am". Says which is
 * meant of a time that the clocks show twice. Returns any other text unchanged.
 */
export function localDateTimeText(text: string): string {
  if (!isLocalDateTime(text)) return text
  const written = `${dateText(text.slice(0, 10))} at ${clockText(text.slice(11))}`
  return isTwiceInLondon(text) ? `${written}, before the clocks go back` : written
}
