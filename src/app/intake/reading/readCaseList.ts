/** Reads a case list from a file and checks it under an edition. */
import type { Edition } from '../../../core/framework/edition.ts'
import { caseListRules } from '../../../core/intake/caseListRules.ts'
import type { CaseListWarning } from '../../../core/intake/caseListWarnings.ts'
import { type CaseListReading, checkCaseList } from '../../../core/intake/checkCaseList.ts'
import { placeWithout, withoutAddedColumns } from '../../../core/intake/faultyRows.ts'
import {
  type ColumnMapping,
  countRecognised,
  joinMappings,
  noMapping,
  recogniseColumns,
} from '../../../core/intake/recogniseColumns.ts'
import { namedRows } from '../../../core/intake/rowText.ts'
import { nothingToNote, warnOfSheet } from '../../../core/intake/sheetWarnings.ts'
import { type Table, type TableRow, tableFromRows } from '../../../core/intake/table.ts'
import type { CalendarDate } from '../../../core/kernel/calendarDate.ts'
import { londonDay } from '../../../core/kernel/londonDate.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { decodeText } from '../../../platform/decodeText.ts'
import { fileKind, type WrongKind, wrongText } from '../../../platform/fileKind.ts'
import { problem } from '../problems.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { cellFaults } from './cellFaults.ts'
import { withDaysFrom1904 } from './date1904.ts'
import { readDelimited } from './readDelimited.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { ReadSheet } from './workbookRows.ts'

export type ReadOptions = {
  /** What a person chose for the columns; otherwise they are recognised by their headings. */
  readonly mapping?: ColumnMapping
  /** What was chosen for the service's earlier lists. */
  readonly remembered?: ColumnMapping
  /** The day after which a date is in the future; without it, today. */
  readonly today?: CalendarDate
}

/**
 * Returns the checked cases of a list in CSV (any common delimiter, encoding and line ending), XLSX or ODS. Refuses with
 * every problem if anything is wrong. Never throws for what is in the file.
 */
export function readCaseList(
  content: Uint8Array,
  file: string,
  edition: Edition,
  options: ReadOptions = {},
): Result<CaseListReading> {
  const examined = examineCaseList(content, file, edition, options)
  return examined.ok ? unlessProblems(examined.value.problems, () => examined.value) : examined
}

/** As `readCaseList`, but returns a list that has columns with its problems, to be shown next to its rows. */
export function examineCaseList(
  content: Uint8Array,
  file: string,
  edition: Edition,
  { mapping = noMapping, remembered = noMapping, today = londonDay(new Date()) }: ReadOptions = {},
): Result<CaseListReading> {
  const read = readRows(content, file)
  if (!read.ok) return read
  const { rows, notes, lostFigures, oddities } = withoutAdded(read.value)
  const plain = tableFromRows(rows, countRecognised)
  if (plain === undefined) return refuse(problem('intake.file-empty', {}, { file }))
  if (plain.rows.length > limits.rows) {
    return refuse(problem('intake.too-many-rows', { limit: limits.rows }, { file }))
  }
  const joined = joinMappings(plain.headings, remembered, mapping)
  const table = notes.startsIn1904 ? withDaysFrom1904(plain, recogniseColumns(plain.headings, joined)) : plain
  const reading = checkCaseList({ file, table }, caseListRules(edition), joined, today)
  const found = [
    ...cellFaultsOf(reading, rows, file),
    ...lostFigures
      .filter(({ row, column }) => row > table.headingRow && !reading.columns.leftOut.includes(column))
      .map(({ row, column }) =>
        problem('intake.number-lost-figures', {}, { file, row, ...fieldAt(table, column) }),
      ),
  ]
  const checked = withCellFaults(reading, found)
  const odd = [...oddities, ...warnOfShortRows(read.value, table), ...warnOfSheet(notes, table)]
  return done({ ...checked, oddities: [...odd, ...checked.oddities] })
}

/** What is read of a list that was downloaded here with its errors. */
function withoutAdded(read: ReadRows): ReadRows {
  const { rows, added } = withoutAddedColumns(read.rows)
  if (added.length === 0) return read
  const place = (column: number) => placeWithout(added, column)
  return {
    ...read,
    rows,
    lostFigures: read.lostFigures
      .map((cell) => ({ ...cell, column: place(cell.column) }))
      .filter(({ column }) => column >= 0),
    notes: { ...read.notes, hiddenColumns: read.notes.hiddenColumns.map(place).filter((at) => at >= 0) },
  }
}

type ReadRows = ReadSheet & {
  readonly oddities: readonly CaseListWarning[]
  /** As `DelimitedRows` has it; empty for a workbook, whose rows have no ends. */
  readonly widths: ReadonlyMap<number, number>
}

function readRows(content: Uint8Array, file: string): Result<ReadRows> {
  if (content.length === 0) return refuse(problem('intake.file-empty', {}, { file }))
  if (content.length > limits.bytes) {
    const megabytes = Math.ceil(content.length / 1024 / 1024)
    const details = { megabytes, limit: limits.bytes / 1024 / 1024 }
    return refuse(problem('intake.file-too-large', details, { file }))
  }
  const kind = fileKind(content)
  if (kind.kind === 'other') return refuse(notTaken(kind, file))
  if (kind.kind === 'archive') {
    const sheet = readWorkbook(content, file)
    return sheet.ok ? done({ ...sheet.value, oddities: [], widths: new Map() }) : sheet
  }
  const decoded = decodeText(content, file)
  if (!decoded.ok) return decoded
  const { text, doubt } = decoded.value
  const other = wrongText(text, 'table')
  if (other !== undefined) return refuse(notTaken(other, file))
  const rows = readDelimited(text, file)
  return rows.ok
    ? done({ ...rows.value, notes: nothingToNote, lostFigures: [], oddities: oddEncoding(doubt) })
    : rows
}

/** Rows that end before the last heading: a value may have been lost, and those after it be in the wrong columns. */
function warnOfShortRows({ rows, widths }: ReadRows, table: Table): readonly CaseListWarning[] {
  const headings = rows.find(({ row }) => row === table.headingRow)?.cells.length ?? 0
  const short = table.rows.map(({ row }) => row).filter((row) => (widths.get(row) ?? headings) < headings)
  if (short.length === 0) return []
  const have = short.length === 1 ? 'has fewer values' : 'have fewer values'
  const text = `${namedRows(short)} ${have} than there are columns. The missing values were read as empty.`
  return [{ code: 'rows-shorter-than-headings', domain: null, text }]
}

function oddEncoding(doubt: Problem | null): readonly CaseListWarning[] {
  if (doubt === null) return []
  const text = `${doubt.text} The first such line is line ${doubt.place.line}.`
  return [{ code: 'encoding-doubtful', domain: null, text }]
}

function notTaken({ what: kind, next }: WrongKind, file: string): Problem {
  return problem('intake.file-type-not-taken', { kind, next }, { file })
}

/** The faults that any cell may have, headings included; those of columns left out do not matter. */
function cellFaultsOf(
  { table, columns, problems }: CaseListReading,
  rows: readonly TableRow[],
  file: string,
): readonly Problem[] {
  const leftOut = new Set(columns.leftOut)
  const noCases = new Set(problems.filter(({ code }) => isNoCase(code)).map(({ place }) => place.row))
  return rows
    .filter(({ row }) => row >= table.headingRow && !noCases.has(row))
    .flatMap(({ row, cells }) =>
      cells.flatMap((cell, column) =>
        leftOut.has(column) ? [] : cellFaults(cell, { file, row, ...fieldAt(table, column) }),
      ),
    )
}

/** If a cell has a fault of its own, other problems of the cell follow from it and are left out. */
function withCellFaults(reading: CaseListReading, found: readonly Problem[]): CaseListReading {
  const faulty = new Set(found.map(cellOf))
  const all = [...reading.problems.filter((other) => !faulty.has(cellOf(other))), ...found]
  const faultyRows = new Set(all.map(({ place }) => place.row))
  return {
    ...reading,
    cases: reading.cases.filter(({ row }) => !faultyRows.has(row ?? 0)),
    problems: all.toSorted((one, other) => (one.place.row ?? 0) - (other.place.row ?? 0)),
  }
}

/** A row that is not a case has no other problems. */
function isNoCase(code: Problem['code']): boolean {
  return code === 'intake.row-looks-like-total' || code === 'intake.row-repeats-headings'
}

function fieldAt(table: Table, column: number): { readonly field?: string } {
  const field = table.headings[column]
  return field === undefined ? {} : { field }
}

function cellOf({ place }: Problem): string {
  return `${place.row}\n${place.field}`
}
