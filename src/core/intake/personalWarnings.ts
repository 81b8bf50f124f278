/** What may be personal in columns that are stored unchanged: to be confirmed, since it may be something else. */
import type { CalendarDate } from '../kernel/calendarDate.ts'
import { listText } from '../kernel/listText.ts'
import type { CaseListWarning } from './caseListWarnings.ts'
import type { PersonalColumn } from './checkColumns.ts'
import type { RecognisedColumns } from './recogniseColumns.ts'
import { namedRows } from './rowText.ts'
import type { Table } from './table.ts'
import { quotable } from './wording.ts'

/** Returns a warning for columns that look like names, if a person confirmed that they are places. */
export function warnOfPlaces(columns: readonly PersonalColumn[]): readonly CaseListWarning[] {
  if (columns.length === 0) return []
  const headings = listText(columns.map(({ heading }) => `“${quotable(heading)}”`))
  const what = columns.length === 1 ? 'The column' : 'The columns'
  const text = `${what} ${headings} would be refused as names of people, but you said that these are places.`
  return [{ code: 'columns-of-places', domain: null, text }]
}

/** A longer cell has a fault of its own. */
const charactersLookedAt = 1_000

/** Returns a warning for text with a date in it on which a child of the list may have been born. */
export function warnOfBirthDates(
  table: Table,
  columns: RecognisedColumns,
  today: CalendarDate,
): readonly CaseListWarning[] {
  const year = Number(today.slice(0, 4))
  const rows = table.rows.filter(({ cells }) =>
    columns.carried.some((column) => hasBirthDate((cells[column] ?? '').slice(0, charactersLookedAt), year)),
  )
  if (rows.length === 0) return []
  const what = rows.length === 1 ? 'has a text with a date' : 'have texts with dates'
  const text = `${namedRows(rows.map(({ row }) => row))} ${what} on which a child may have been born. Dates of birth are never stored.`
  return [{ code: 'text-may-hold-birth-dates', domain: null, text }]
}

const dateInText = /(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})(?![\d/.-])/g

function hasBirthDate(cell: string, year: number): boolean {
  if (!/\p{L}{2}/u.test(cell)) return false
  return [...cell.matchAll(dateInText)].some(([, written = '']) => {
    const age = year - (written.length === 2 ? 2000 + Number(written) : Number(written))
    return age >= 9 && age <= 20
  })
}
