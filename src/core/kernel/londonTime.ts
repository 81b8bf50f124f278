/** Days and times as people in England and Wales read them, in the style of GOV.UK: "1 June 2026 at 9:30am". */
import { type CalendarDate, parseCalendarDate } from './calendarDate.ts'
import { isLocalDateTime, isTwiceInLondon } from './localDateTime.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})

/**
 * Returns an ISO date in words, as much of it as is known: `2022-12-05` is "5 December 2022", `2022-12` is
 * "December 2022". Returns any other text unchanged.
 */
export function dateText(date: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** Returns the day in London at a moment: "1 June 2026". */
export function dayText(moment: Date): string {
  return dateText(londonDay(moment))
}

/** Returns the day and the time in London at a moment: "1 June 2026 at 9:30am". */
export function momentText(moment: Date): string {
  return `${dayText(moment)} at ${clockText(clock.format(moment).slice(11))}`
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

/** Returns the calendar day in London at a moment. */
export function londonDay(moment: Date): CalendarDate {
  const day = parseCalendarDate(clock.format(moment).slice(0, 10))
  if (day === undefined) throw new RangeError(`no calendar day at ${String(moment)}`)
  return day
}

/** `time` is `HH:MM`. GOV.UK style: 9:30am, 9am, midday, and midnight for the first minute of a day. */
function clockText(time: string): string {
  if (time === '00:00') return 'midnight'
  if (time === '12:00') return 'midday'
  const [hour = '', minute = ''] = time.split(':')
  const minutes = minute === '00' ? '' : `:${minute}`
  return `${Number(hour) % 12 || 12}${minutes}${Number(hour) < 12 ? 'am' : 'pm'}`
}
