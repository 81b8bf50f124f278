import { listed } from './wording.ts'

const mostRowsNamed = 8

/** `3, 5 and 7`; of more than eight rows the first eight and how many more. */
export function listedRows(rows: readonly number[]): string {
  const named = rows.slice(0, mostRowsNamed).map(String)
  const more = rows.length - named.length
  return listed(more > 0 ? [...named, `${more} more`] : named)
}

/** `Row 3`, `Rows 3 and 5`. */
export function namedRows(rows: readonly number[]): string {
  return rows.length === 1 ? `Row ${rows[0]}` : `Rows ${listedRows(rows)}`
}
