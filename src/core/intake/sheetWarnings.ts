/** What a workbook shows differently from how the list is read: to be confirmed, since it may be a mistake. */

import { listText } from '../kernel/listText.ts'
import type { CaseListWarning } from './caseListWarnings.ts'
import type { SheetWarningCode } from './sheetWarningCodes.ts'
import type { Table } from './table.ts'
import { quotable } from './wording.ts'

/** Rows as a spreadsheet counts them, columns counted from 0. */
export type MergedCells = {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
}

/** What is known about the sheet of the list, other than the texts of its cells. */
export type SheetNotes = {
  readonly sheet: string
  readonly isHidden: boolean
  /** Rows with content that are hidden or filtered out, in order. */
  readonly hiddenRows: readonly number[]
  /** Columns with content that are hidden, counted from 0. */
  readonly hiddenColumns: readonly number[]
  readonly merged: readonly MergedCells[]
  /** Rows of cells whose number format does not show their content, in order. */
  readonly hiddenValues: readonly number[]
  /** Day numbers are counted from 1904, as some workbooks do. */
  readonly startsIn1904: boolean
}

/** For a list that is not in a sheet, or in a sheet that shows everything as it is read. */
export const nothingToNote: SheetNotes = {
  sheet: '',
  isHidden: false,
  hiddenRows: [],
  hiddenColumns: [],
  merged: [],
  hiddenValues: [],
  startsIn1904: false,
}

/** Returns every warning about the sheet, with the rows or columns that it is about. */
export function warnOfSheet(notes: SheetNotes, table: Table): readonly CaseListWarning[] {
  const ofCases = (rows: readonly number[]) => rows.filter((row) => row > table.headingRow)
  const columns = notes.hiddenColumns.map((column) => `“${quotable(table.headings[column] ?? '')}”`)
  const mergedRows = notes.merged
    .filter(({ lastRow }) => lastRow > table.headingRow)
    .flatMap(({ firstRow, lastRow }) => (firstRow === lastRow ? [firstRow] : [firstRow, lastRow]))
  return [
    ...(notes.isHidden
      ? [warning('hidden-sheet', `The sheet “${quotable(notes.sheet)}” is hidden; its cases were read.`)]
      : []),
    ...aboutRows('hidden-rows', ofCases(notes.hiddenRows), [
      'is hidden or filtered out in the workbook, and was read',
      'are hidden or filtered out in the workbook, and were read',
    ]),
    ...(columns.length === 0
      ? []
      : [
          warning(
            'hidden-columns',
            `Columns that are hidden in the workbook were read: ${listText(columns)}.`,
          ),
        ]),
    ...aboutRows('merged-cells', ascending(mergedRows), [
      'has merged cells, of which only the first was read',
      'have merged cells, of which only the first was read',
    ]),
    ...aboutRows('hidden-values', ofCases(notes.hiddenValues), [
      'has a cell whose number format hides its value or is not known, and the value was read',
      'have cells whose number format hides their value or is not known, and the values were read',
    ]),
  ]
}

function warning(code: SheetWarningCode, text: string): CaseListWarning {
  return { code, domain: null, text }
}

function aboutRows(
  code: SheetWarningCode,
  rows: readonly number[],
  [ofOne, ofSeveral]: readonly [string, string],
): readonly CaseListWarning[] {
  if (rows.length === 0) return []
  if (rows.length === 1) return [warning(code, `Row ${rows[0]} ${ofOne}.`)]
  return [warning(code, `Rows ${rangesOf(rows)} ${ofSeveral}.`)]
}

const mostRangesNamed = 20

/** `4 to 9, 12 and 15`. */
function rangesOf(rows: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const row of rows) {
    const range = ranges.at(-1)
    if (range !== undefined && row === range.last + 1) range.last = row
    else ranges.push({ first: row, last: row })
  }
  const named = ranges
    .slice(0, mostRangesNamed)
    .map(({ first, last }) => (first === last ? String(first) : `${first} to ${last}`))
  const more = ranges.slice(mostRangesNamed).reduce((sum, { first, last }) => sum + last - first + 1, 0)
  return listText(more > 0 ? [...named, `${more} more`] : named)
}

function ascending(rows: readonly number[]): readonly number[] {
  return [...new Set(rows)].sort((one, other) => one - other)
}
