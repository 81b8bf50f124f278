const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `1 June 2026`, in England and Wales. */
export function dayInWords(moment: Date): string {
  return words.format(moment)
}

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** `1 June 2026 at 9:30am`, in England and Wales. */
export function momentInWords(moment: Date): string {
  return `${dayInWords(moment)} at ${time.format(moment).replace(/\s/g, '')}`
}
