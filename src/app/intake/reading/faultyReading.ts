/** What was found wrong with a list: from its reading to what is stored, and back. */
import type { CalendarDate } from '../../../core/kernel/calendarDate.ts'
import type { FaultyReading } from '../storedJson.ts'
import type { StoredReading } from '../upload-page/caseListUploads.queries.ts'
import type { ReadList } from './readList.ts'

/** Returns what is stored of a list with errors; null if it has none, for it is read again each time it is shown. */
export function readingOfList(list: ReadList, today: CalendarDate): StoredReading | null {
  if (list.faults === 0) return null
  const { table, columns, problems, faults } = list
  const reading = {
    today,
    ...table,
    places: [...columns.places],
    carried: columns.carried,
    leftOut: columns.leftOut,
    faults,
    problems,
  }
  return { reading, faultyRows: list.faultyRows ?? '' }
}

/** Returns a list with errors as it was when it was read. */
export function listOfReading({ headingRow, headings, ...reading }: FaultyReading): ReadList {
  return {
    table: { headingRow, headings },
    columns: {
      places: new Map(reading.places),
      unclear: new Map(),
      carried: reading.carried,
      leftOut: reading.leftOut,
    },
    personal: [],
    cases: [],
    problems: reading.problems,
    faults: reading.faults,
    rows: 0,
    oddities: [],
    shortened: null,
    faultyRows: null,
  }
}
