/** Day numbers of a workbook that counts them from 1904, as dates. */
import type { RecognisedColumns } from '../../../core/intake/recogniseColumns.ts'
import type { Table } from '../../../core/intake/table.ts'
import { addDays, parseCalendarDate } from '../../../core/kernel/calendarDate.ts'

const firstDay = parseCalendarDate('1904-01-01')

/**
 * The table with the plain day numbers of its start dates as dates. A cell whose format is a date was read as one
 * before; one without a format is a number, which only its column tells to be a day.
 */
export function withDaysFrom1904(table: Table, { places }: RecognisedColumns): Table {
  const column = places.get('startDate')
  if (column === undefined) return table
  return {
    ...table,
    rows: table.rows.map((row) => {
      const cell = row.cells[column] ?? ''
      const day = dayOf(cell)
      return day === undefined ? row : { ...row, cells: row.cells.with(column, day) }
    }),
  }
}

function dayOf(cell: string): string | undefined {
  const [, days] = /^\s*(\d{4,5})(?:\.\d+)?\s*$/.exec(cell) ?? []
  return days === undefined || firstDay === undefined ? undefined : addDays(firstDay, Number(days))
}
