const words = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** An ISO instant as people here say it: `1 June at 10:00`. */
export function timeWords(at: string): string {
  return words.format(new Date(at))
}
