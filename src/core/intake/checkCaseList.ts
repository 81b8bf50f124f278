/** Checks a whole list at once: none of it is accepted until everything in it is right. */
import type { CaseDomain } from '../framework/standards.ts'
import type { CalendarDate } from '../kernel/calendarDate.ts'
import { listText } from '../kernel/listText.ts'
import type { Problem } from '../kernel/problem.ts'
import { groupsOfSameReference } from '../kernel/reference.ts'
import type { CaseListRules } from './caseListRules.ts'
import type { CaseListWarning } from './caseListWarnings.ts'
import {
  checkHeadings,
  findPersonalColumns,
  type PersonalColumn,
  personalProblem,
  warnOfLikelyColumns,
} from './checkColumns.ts'
import { checkRow, codeReader, type RowChecks, type RowReading } from './checkRow.ts'
import { warnOfDates } from './dateWarnings.ts'
import type { ListedCase } from './listedCase.ts'
import { warnOfBirthDates, warnOfPlaces } from './personalWarnings.ts'
import { problem } from './problems.ts'
import {
  type ColumnMapping,
  holdsPlaces,
  type RecognisedColumns,
  recogniseColumns,
} from './recogniseColumns.ts'
import { warnOfReferences } from './referenceWarnings.ts'
import { listedRows } from './rowText.ts'
import type { Table } from './table.ts'
import { quotable } from './wording.ts'

export type CaseListReading = {
  readonly table: Table
  readonly columns: RecognisedColumns
  /** Columns that must not be stored; while there are any, nothing of the list may be stored. */
  readonly personal: readonly PersonalColumn[]
  /** The cases of all rows without a fault; they are the whole list only if there are no problems. */
  readonly cases: readonly ListedCase[]
  /** Everything that is wrong, headings first, then row by row. */
  readonly problems: readonly Problem[]
  /** What is not wrong but unusual in the list, to be confirmed with a reason. */
  readonly oddities: readonly CaseListWarning[]
}

/** A table and the name of its file. */
export type CaseListTable = { readonly file: string; readonly table: Table }

/**
 * Returns the cases of the table under the edition's rules, with everything that is wrong. `today` is the day in the
 * service's own time zone.
 */
export function checkCaseList(
  { file, table }: CaseListTable,
  rules: CaseListRules,
  mapping: ColumnMapping,
  today: CalendarDate,
): CaseListReading {
  const columns = recogniseColumns(table.headings, mapping)
  const looking = findPersonalColumns(table, columns, today)
  const asPlaces = looking.filter((column) => column.mayBePlaces && holdsPlaces(column.heading, mapping))
  const personal = looking.filter((column) => !asPlaces.includes(column))
  const checks = { file, table, columns, rules, today, readCode: codeReader(rules) }
  const readings = table.rows.map((row) => checkRow(row, checks))
  const problems = [
    ...checkHeadings(file, table, columns, mapping),
    ...personal.map((column) => personalProblem(column, file, table.headingRow)),
    ...(table.rows.length === 0 ? [problem('intake.no-cases', {}, { file })] : []),
    ...inRowOrder(
      readings.flatMap((reading) => reading.problems),
      repeatedCases(readings, checks),
    ),
  ]
  const cases = readings.flatMap(({ listed }) => listed ?? [])
  const references = cases.map(({ caseId, row }) => ({ caseId, row: row ?? 0 }))
  const oddities = [
    ...warnOfReferences(references, today),
    ...warnOfDates(table, columns, cases),
    ...warnOfPlaces(asPlaces),
    ...warnOfLikelyColumns(table, columns),
    ...warnOfBirthDates(table, columns, today),
  ]
  return { table, columns, personal, cases, problems, oddities }
}

function inRowOrder(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  return [...problems, ...others].sort((one, other) => (one.place.row ?? 0) - (other.place.row ?? 0))
}

/**
 * A reference may be in a list once, whatever its spaces and invisible characters. The same reference in two domains
 * has a fault of its own: the case would be inspected twice.
 */
function repeatedCases(
  readings: readonly RowReading[],
  { file, table, rules, columns }: Omit<RowChecks, 'readCode'>,
): readonly Problem[] {
  const numbered = readings.map((reading, index) => ({ ...reading, row: table.rows[index]?.row ?? 0 }))
  const groups = groupsOfSameReference(
    numbered.filter(({ caseId }) => caseId !== ''),
    ({ caseId }) => caseId,
  )
  const field = table.headings[columns.places.get('caseId') ?? -1] ?? ''
  return groups.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const reference = quotable(first.caseId)
    const rows = listedRows(group.map(({ row }) => row))
    const domains = listText(domainTitles(group, rules))
    const isInTwo = new Set(group.map(({ domain }) => domain).filter((domain) => domain !== null)).size > 1
    return group.map(({ row }) =>
      isInTwo
        ? problem('intake.case-in-two-domains', { reference, domains, rows }, { file, row, field })
        : problem('intake.case-id-doubled', { reference, rows }, { file, row, field }),
    )
  })
}

function domainTitles(
  group: readonly { readonly domain: CaseDomain | null }[],
  rules: CaseListRules,
): readonly string[] {
  return rules.domains
    .filter(({ code }) => group.some(({ domain }) => domain === code))
    .map(({ title }) => title)
}
