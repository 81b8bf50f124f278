/** A whole list with its faults next to their rows, to be corrected and sent again; and how it is read again. */
import { originalCell } from '../kernel/csvText.ts'
import type { CaseListReading } from './checkCaseList.ts'
import type { TableRow } from './table.ts'

const addedHeadings: readonly string[] = ['Row', 'What is wrong', 'What to do']

/**
 * Returns a table with headings: row number, faults, what to do, then the row as it was sent. It has every row, so that
 * what is sent again is the whole list, but not the columns that are left out or look like personal data.
 */
export function faultyRows(reading: CaseListReading): readonly (readonly string[])[] {
  const { table, problems, personal, columns } = reading
  const byRow = Map.groupBy(problems, ({ place }) => place.row ?? 0)
  const hidden = new Set([...columns.leftOut, ...personal.map(({ column }) => column)])
  const shown = table.headings.map((_, column) => column).filter((column) => !hidden.has(column))
  const rows = table.rows.map(({ row, cells }) => {
    const faults = byRow.get(row) ?? []
    const texts = faults.map(({ place, text }) =>
      place.field === undefined ? text : `${place.field}: ${text}`,
    )
    const actions = [...new Set(faults.map(({ action }) => action))]
    // A cell after the last heading is a fault of the row, and stays in it.
    const beyond = cells.slice(table.headings.length)
    return [
      String(row),
      texts.join(' '),
      actions.join(' '),
      ...shown.map((column) => cells[column] ?? ''),
      ...beyond,
    ]
  })
  return [[...addedHeadings, ...shown.map((column) => table.headings[column] ?? '')], ...rows]
}

export type OwnRows = {
  readonly rows: readonly TableRow[]
  /** Places of the added columns in the file, counted from 0, in order; none in any other list. */
  readonly added: readonly number[]
}

/** Returns the rows without the columns that `faultyRows` adds, each cell as it was before it was made safe. */
export function withoutAddedColumns(rows: readonly TableRow[]): OwnRows {
  const [headings] = rows
  const added = addedHeadings.map(
    (heading) => headings?.cells.findIndex((cell) => cell.trim() === heading) ?? -1,
  )
  const [row = -1, wrong = -1, action = -1] = added
  if (wrong < 0 || action < 0) return { rows, added: [] }
  const places = [row, wrong, action].filter((place) => place >= 0).sort((one, other) => one - other)
  const removed = new Set(places)
  return {
    rows: rows.map((each) => ({
      row: each.row,
      cells: each.cells.filter((_, column) => !removed.has(column)).map(originalCell),
    })),
    added: places,
  }
}

/** Returns the place of a column once the added columns are removed; -1 for an added column. */
export function placeWithout(added: readonly number[], column: number): number {
  return added.includes(column) ? -1 : column - added.filter((place) => place < column).length
}
