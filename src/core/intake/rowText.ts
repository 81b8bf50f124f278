import { listText } from '../kernel/listText.ts'

const mostRowsNamed = 8

/** Returns `3, 5 and 7`; for more than eight rows, the first eight and how many more there are. */
export function listedRows(rows: readonly number[]): string {
  const named = rows.slice(0, mostRowsNamed).map(String)
  const more = rows.length - named.length
  return listText(more > 0 ? [...named, `${more} more`] : named)
}

/** Returns `Row 3` or `Rows 3 and 5`. */
export function namedRows(rows: readonly number[]): string {
  return rows.length === 1 ? `Row ${rows[0]}` : `Rows ${listedRows(rows)}`
}
