import { type CalendarDate, parseCalendarDate } from '../../core/kernel/calendarDate.ts'

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in England and Wales at the given moment. */
export function todayInLondon(now: Date): CalendarDate {
  const today = parseCalendarDate(london.format(now))
  if (today === undefined) throw new RangeError(`no calendar day at ${String(now)}`)
  return today
}
