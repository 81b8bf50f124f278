/** A day and a time of day where people are, without a time zone: `2026-06-01T10:30`. */
import { parseCalendarDate } from './calendarDate.ts'
import { dateWords } from './dateWords.ts'

const form = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/

/** Whether `text` is written so, of a day that the calendar has, in a year from 2000 on. */
export function isLocalDateTime(text: string): boolean {
  const [, day = ''] = form.exec(text) ?? []
  return parseCalendarDate(day) !== undefined && day >= '2000'
}

/** `1 June 2026 at 10:30`. Anything else is given back as it is. */
export function dateTimeWords(text: string): string {
  const [, day = '', time] = form.exec(text) ?? []
  return isLocalDateTime(text) ? `${dateWords(day)} at ${time}` : text
}
