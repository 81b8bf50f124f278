/** Returns whether a text is an ISO month, or an ISO day that exists. A year is not enough: a service may have fieldwork twice in it. */
export function isFieldworkDate(text: string): boolean {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return false
  const day = text.length === 7 ? `${text}-01` : text
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
