/**
 * What is unusual about the start dates of a list: to be confirmed, since they may be read as other days than meant.
 */
import { addMonths } from '../kernel/calendarDate.ts'
import type { CaseListWarning } from './caseListWarnings.ts'
import type { ListedCase } from './listedCase.ts'
import type { RecognisedColumns } from './recogniseColumns.ts'
import { namedRows } from './rowText.ts'
import { columnOf, type Table } from './table.ts'

/** A child's order seldom began so long before the other orders. */
const usualMonths = 60
/** Of this many dates at least one has a day above 12, unless the month was written first. */
const enoughDates = 8

/** Returns warnings about dates that may have the month first, and about dates long before the others. */
export function warnOfDates(
  table: Table,
  columns: RecognisedColumns,
  cases: readonly ListedCase[],
): readonly CaseListWarning[] {
  const place = columns.places.get('startDate')
  const written = place === undefined ? [] : columnOf(table, place)
  return [...warnOfMonthFirst(written), ...warnOfLongAgo(cases)]
}

function warnOfMonthFirst(written: readonly string[]): readonly CaseListWarning[] {
  const pairs = written.flatMap((text) => {
    const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b/.exec(text) ?? []
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }]
  })
  const differ = new Set(pairs.map(({ first, second }) => `${first}/${second}`)).size
  if (differ < enoughDates || pairs.some(({ first }) => first > 12)) return []
  const text = `None of the ${pairs.length} start dates is after the 12th of a month, so the month may be written before the day; they were read with the day first.`
  return [{ code: 'dates-may-have-month-first', domain: null, text }]
}

function warnOfLongAgo(cases: readonly ListedCase[]): readonly CaseListWarning[] {
  const latest = cases
    .map(({ startDate }) => startDate)
    .toSorted()
    .at(-1)
  if (latest === undefined) return []
  const earliest = addMonths(latest, -usualMonths)
  const rows = cases.filter(({ startDate }) => startDate < earliest).map(({ row }) => row ?? 0)
  if (rows.length === 0) return []
  const what = rows.length === 1 ? 'has a start date' : 'have start dates'
  const text = `${namedRows(rows)} ${what} more than ${usualMonths / 12} years before the latest of the list.`
  return [{ code: 'dates-long-ago', domain: null, text }]
}
