/** A case list as a table of texts, whatever kind of file it came in. */
import { normalText } from '../kernel/writtenText.ts'

export type TableRow = {
  /** As a spreadsheet counts it: the first row of the file is row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export type Table = {
  readonly headingRow: number
  /** In their normal form, one per column. */
  readonly headings: readonly string[]
  /** Only rows with content. */
  readonly rows: readonly TableRow[]
}

/** Titles and notes that some exports put above the headings. */
const rowsAboveHeadings = 15

/**
 * Returns the headings and the cases of a table. The headings are the row, among the first 15, in which `recognised`
 * knows most columns; if it knows none in any row, the first row with content. Undefined if no row has content.
 */
export function tableFromRows(
  rows: readonly TableRow[],
  recognised: (headings: readonly string[]) => number,
): Table | undefined {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  const [first] = filled
  if (first === undefined) return undefined
  let best = first
  let most = recognised(first.cells)
  for (const row of filled.slice(1, rowsAboveHeadings)) {
    const count = recognised(row.cells)
    if (count > most) {
      best = row
      most = count
    }
  }
  return {
    headingRow: best.row,
    headings: withoutTail(best.cells).map(normalText),
    rows: filled.filter((row) => row.row > best.row),
  }
}

function withoutTail(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}

/** Returns the cells of a column, row by row; empty text for a row that is too short. */
export function columnOf(table: Table, column: number): readonly string[] {
  return table.rows.map((row) => row.cells[column]?.trim() ?? '')
}
