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
