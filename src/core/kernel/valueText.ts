/** Returns a value from outside, of any kind, as text by which a person recognises it; at most 60 characters of it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  const text = String(value)
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text
  if (typeof value === 'number') return `the number ${short}`
  return typeof value === 'string' ? `“${short}”` : short
}
