/** Tables as CSV text (RFC 4180), safe to open in a spreadsheet program. */

/**
 * A cell that a spreadsheet program would run as a formula gets an apostrophe before it, as OWASP's "CSV
 * injection" advises. A plain number keeps its sign. A cell that looks as if it had been made safe gets one more, so
 * that `originalCell` always returns what was there.
 */
export function safeCell(cell: string): string {
  return wouldRun(cell) ? `'${cell}` : cell
}

/** What the cell was before `safeCell`. */
export function originalCell(safe: string): string {
  return safe.startsWith("'") && wouldRun(safe.slice(1)) ? safe.slice(1) : safe
}

function wouldRun(cell: string): boolean {
  return /^'*[=+\-@\t\r\n|%]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(cell)
}

/** Rows as CSV with a byte-order mark, by which spreadsheet programs know that it is UTF-8. Cells are made safe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return exactCsvText(rows.map((row) => row.map(safeCell)))
}

/** As above without the mark, for tables that programs read too. */
export function csvTextWithoutMark(rows: readonly (readonly string[])[]): string {
  return csvText(rows).slice(1)
}

/** As `csvText` with every cell as it is: for what is read again by this program and not opened in another. */
export function exactCsvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
