/** The rows of a list that have a fault, with the fault beside them, to be mended and sent again. */
import type { CaseListReading } from './checkCaseList.ts'

/** What stands in a column that must not be stored, in whatever is given back. */
const leftOut = '(left out)'

/**
 * A table with heading: row number, faults, what to do, then the row as it was sent. Cells of columns that look
 * like personal data are not repeated.
 */
export function faultyRows(reading: CaseListReading): readonly (readonly string[])[] {
  const { table, problems, personal, columns } = reading
  const byRow = Map.groupBy(problems, ({ place }) => place.row ?? 0)
  const hidden = new Set([...columns.leftOut, ...personal.map(({ column }) => column)])
  const rows = table.rows.flatMap(({ row, cells }) => {
    const faults = byRow.get(row)
    if (faults === undefined) return []
    const texts = faults.map(({ place, text }) =>
      place.field === undefined ? text : `${place.field}: ${text}`,
    )
    const mends = [...new Set(faults.map(({ mend }) => mend))]
    const shown = table.headings.map((_, column) => (hidden.has(column) ? leftOut : (cells[column] ?? '')))
    return [[String(row), texts.join(' '), mends.join(' '), ...shown]]
  })
  return [['Row', 'What is wrong', 'What to do', ...table.headings], ...rows]
}
