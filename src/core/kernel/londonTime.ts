/** Days and times as people in England and Wales read them, in the style of GOV.UK: "1 June 2026 at 9:30am". */

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
  return dateText(londonClock(moment).slice(0, 10))
}

/** Returns the day and the time in London at a moment: "1 June 2026 at 9:30am". */
export function momentText(moment: Date): string {
  return `${dayText(moment)} at ${timeText(moment)}`
}

/** Returns the time in London at a moment: "9:30am". */
export function timeText(moment: Date): string {
  return clockText(londonClock(moment).slice(11))
}

/** Returns the day and the time in London at a moment: `2026-06-01 10:30`. */
export function londonClock(moment: Date): string {
  return clock.format(moment)
}

/** Returns a time of day, `HH:MM`, in words. GOV.UK style: 9:30am, 9am, midday, and midnight for the first minute of a day. */
export function clockText(time: string): string {
  if (time === '00:00') return 'midnight'
  if (time === '12:00') return 'midday'
  const [hour = '', minute = ''] = time.split(':')
  const minutes = minute === '00' ? '' : `:${minute}`
  return `${Number(hour) % 12 || 12}${minutes}${Number(hour) < 12 ? 'am' : 'pm'}`
}
