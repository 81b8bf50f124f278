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

/**
 * An ISO date, as much of it as is known, in words: `2022-12-05` is 5 December 2022, `2022-12` is December
 * 2022. Anything else is given back as it is.
 */
export function dateWords(date: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}
