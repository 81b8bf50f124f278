/** Dates as case lists write them. */
import { addDays, type CalendarDate, parseCalendarDate } from '../kernel/calendarDate.ts'
import { londonDate } from '../kernel/londonDate.ts'
import { normalText } from '../kernel/writtenText.ts'

export type DateFault = 'not-understood' | 'impossible' | 'future' | 'too-old'
export type ReadDate =
  | { readonly ok: true; readonly date: CalendarDate }
  | { readonly ok: false; readonly fault: DateFault }

/** Someone whose order began longer ago is not a child any more. */
const oldestYears = 20
/** `Wednesday, 30 September 2026 12:00:00.000+01:00` is shorter. */
const longestDate = 60

/**
 * Returns the day of `2026-06-01`, `01/06/2026` (the day first, as in the United Kingdom), `1 June 2026`, `1-Jun-26` or
 * the day number of a spreadsheet. A time of day may follow; with an offset from universal time the day in London
 * counts, so `2026-06-01T23:00:00Z` is 2 June. Refuses days that no month has, times that no day has, days after
 * `today` and days more than 20 years before it.
 */
export function readDate(written: string, today: CalendarDate): ReadDate {
  const text = normalText(written)
  if (text.length > longestDate) return { ok: false, fault: 'not-understood' }
  const time = timeIn(text)
  if (time === undefined) return { ok: false, fault: 'not-understood' }
  const day = text.slice(0, text.length - time.length)
  const parts = isoParts(day) ?? dayFirstParts(day) ?? namedMonthParts(day)
  if (parts === undefined) return within(fromSerial(text), today, 'not-understood')
  const date = parseCalendarDate(isoText(parts))
  return within(
    date && time.offset !== null ? londonDate(date, time.minutes - time.offset) : date,
    today,
    'impossible',
  )
}

type TimeOfDay = {
  /** Of the text, including what joins the time to the date. */
  readonly length: number
  /** After midnight. */
  readonly minutes: number
  /** Minutes that the clock is before universal time; null if the text does not say, so that the day is as written. */
  readonly offset: number | null
}

const timeOfDay =
  /(?:T|,? +)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|BST|[+-]\d{2}(?::?\d{2})?))?$/i

/** The time at the end of the text, of no length if there is none; undefined if no clock shows it. */
function timeIn(text: string): TimeOfDay | undefined {
  const match = timeOfDay.exec(text)
  if (match === null) return { length: 0, minutes: 0, offset: null }
  const [{ length }, hours, minutes, seconds = '0', half, zone] = match
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const isTime = hour < 24 && Number(minutes) < 60 && Number(seconds) < 61
  if (!isTime || (half !== undefined && (Number(hours) < 1 || Number(hours) > 12))) return undefined
  return { length, minutes: hour * 60 + Number(minutes), offset: zone === undefined ? null : offsetOf(zone) }
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (hours === undefined) return zone.toUpperCase() === 'BST' ? 60 : 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function within(date: CalendarDate | undefined, today: CalendarDate, otherwise: DateFault): ReadDate {
  if (date === undefined) return { ok: false, fault: otherwise }
  if (date > today) return { ok: false, fault: 'future' }
  return Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - oldestYears
    ? { ok: false, fault: 'too-old' }
    : { ok: true, date }
}

type Parts = { readonly year: number; readonly month: number; readonly day: number }

function isoParts(text: string): Parts | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  return year === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) }
}

function dayFirstParts(text: string): Parts | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? []
  return year === undefined ? undefined : { year: fullYear(year), month: Number(month), day: Number(day) }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ,]*(\d{4}|\d{2})$/i

function namedMonthParts(text: string): Parts | undefined {
  const [, day, month = '', year] = monthNames.exec(text) ?? []
  if (year === undefined) return undefined
  return { year: fullYear(year), month: months.indexOf(month.toLowerCase()) + 1, day: Number(day) }
}

/** Two digits mean this century: case lists are about living children. */
function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function isoText({ year, month, day }: Parts): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Day 0 of spreadsheets; ISO/IEC 26300 and Excel's 1900 system agree from 1 March 1900. */
const dayNought = parseCalendarDate('1899-12-30')

function fromSerial(text: string): CalendarDate | undefined {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? []
  return days === undefined || dayNought === undefined ? undefined : addDays(dayNought, Number(days))
}
