/** Tables as CSV text (RFC 4180), safe to open in a spreadsheet program. */

/**
 * Returns a cell that is safe in a spreadsheet program. A cell that would run as a formula gets an apostrophe before
 * it, as OWASP's "CSV injection" advises. A plain number keeps its sign. A cell that looks as if it was made safe
 * before gets one more, so that `originalCell` always returns what was there.
 */
export function safeCell(cell: string): string {
  return wouldRun(cell) ? `'${cell}` : cell
}

/** Returns what the cell was before `safeCell`. */
export function originalCell(safe: string): string {
  return safe.startsWith("'") && wouldRun(safe.slice(1)) ? safe.slice(1) : safe
}

function wouldRun(cell: string): boolean {
  return /^'*[=+\-@\t\r\n|%]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(cell)
}

/**
 * Returns rows as CSV with a byte-order mark, by which spreadsheet programs know that it is UTF-8. Cells are made safe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return exactCsvText(rows.map((row) => row.map(safeCell)))
}

/** Returns the same without the mark, for tables that programs read too. */
export function csvTextWithoutMark(rows: readonly (readonly string[])[]): string {
  return csvText(rows).slice(1)
}

/** Returns the same as `csvText` with every cell unchanged, for text that only this program reads. */
export function exactCsvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
