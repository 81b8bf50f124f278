/** True for a month, or a day that its month has, in ISO; a year alone does not say which fieldwork. */
export function isFieldworkDate(text: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return false
  const day = text.length === 7 ? `${text}-01` : text
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
