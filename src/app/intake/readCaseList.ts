/** A case list from a file: read, checked under an edition, and given back whole or not at all. */
import type { Edition } from '../../core/framework/edition.ts'
import { caseListRules } from '../../core/intake/caseListRules.ts'
import type { CaseListWarning } from '../../core/intake/caseListWarnings.ts'
import { type CaseListReading, checkCaseList } from '../../core/intake/checkCaseList.ts'
import {
  type ColumnMapping,
  countRecognised,
  joinMappings,
  noMapping,
} from '../../core/intake/recogniseColumns.ts'
import { type Table, type TableRow, tableFromRows } from '../../core/intake/table.ts'
import type { CalendarDate } from '../../core/kernel/calendarDate.ts'
import { type Problem, problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import { decodeText } from '../../platform/decodeText.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { cellFaults } from './cellFaults.ts'
import { fileKind, notATable } from './fileKind.ts'
import { readDelimited } from './readDelimited.ts'
import { readWorkbook } from './readWorkbook.ts'
import { todayInLondon } from './todayInLondon.ts'

export type ReadOptions = {
  /** What a person says about the columns; without it they are recognised by their headings. */
  readonly mapping?: ColumnMapping
  /** What was said about the service's earlier lists. */
  readonly remembered?: ColumnMapping
  /** The day after which a date is in the future; without it, today. */
  readonly today?: CalendarDate
}

/**
 * The checked reading of a list in CSV (any common delimiter, encoding and line ending), XLSX or ODS; a refusal
 * with every problem where anything at all is wrong. Never throws for what is in the file.
 */
export async function readCaseList(
  content: Uint8Array,
  file: string,
  edition: Edition,
  options: ReadOptions = {},
): Promise<Result<CaseListReading>> {
  const examined = await examineCaseList(content, file, edition, options)
  return examined.ok ? unlessProblems(examined.value.problems, () => examined.value) : examined
}

/** As above, but a list that could be taken apart comes back with its problems, to be shown beside its rows. */
export async function examineCaseList(
  content: Uint8Array,
  file: string,
  edition: Edition,
  { mapping = noMapping, remembered = noMapping, today = todayInLondon(new Date()) }: ReadOptions = {},
): Promise<Result<CaseListReading>> {
  const read = await readRows(content, file)
  if (!read.ok) return read
  const { rows, oddities } = read.value
  const table = tableFromRows(rows, countRecognised)
  if (table === undefined) return refuse(problem('intake.file-empty', {}, { file }))
  if (table.rows.length > limits.rows) {
    return refuse(problem('intake.too-many-rows', { limit: limits.rows }, { file }))
  }
  const joined = joinMappings(table.headings, remembered, mapping)
  const reading = checkCaseList(file, table, caseListRules(edition), joined, today)
  const checked = withCellFaults(reading, rows, file)
  return done({ ...checked, oddities: [...oddities, ...checked.oddities] })
}

type ReadRows = { readonly rows: readonly TableRow[]; readonly oddities: readonly CaseListWarning[] }

async function readRows(content: Uint8Array, file: string): Promise<Result<ReadRows>> {
  if (content.length === 0) return refuse(problem('intake.file-empty', {}, { file }))
  if (content.length > limits.bytes) {
    const megabytes = Math.ceil(content.length / 1024 / 1024)
    const details = { megabytes, limit: limits.bytes / 1024 / 1024 }
    return refuse(problem('intake.file-too-large', details, { file }))
  }
  const kind = fileKind(content)
  if (kind.kind === 'other') return refuse(notTaken(kind.what, file))
  if (kind.kind === 'workbook') {
    const rows = await readWorkbook(content, file)
    return rows.ok ? done({ rows: rows.value, oddities: [] }) : rows
  }
  const decoded = decodeText(content, file)
  if (!decoded.ok) return decoded
  const { text, doubt } = decoded.value
  const what = notATable(text)
  if (what !== undefined) return refuse(notTaken(what, file))
  const rows = readDelimited(text, file)
  return rows.ok ? done({ rows: rows.value, oddities: oddEncoding(doubt) }) : rows
}

function oddEncoding(doubt: Problem | null): readonly CaseListWarning[] {
  if (doubt === null) return []
  const text = `${doubt.text} Line ${doubt.place.line} is the first.`
  return [{ code: 'encoding-doubtful', domain: null, text }]
}

function notTaken(kind: string, file: string): Problem {
  return problem('intake.file-type-not-taken', { kind }, { file })
}

/**
 * The faults that any cell may have, headings included; those of columns left out do not matter. Where a cell has
 * one, what else is said of the cell is only its consequence and left away.
 */
function withCellFaults(reading: CaseListReading, rows: readonly TableRow[], file: string): CaseListReading {
  const { table, columns, problems } = reading
  const leftOut = new Set(columns.leftOut)
  const noCases = new Set(problems.filter(({ code }) => isNoCase(code)).map(({ place }) => place.row))
  const found = rows
    .filter(({ row }) => row >= table.headingRow && !noCases.has(row))
    .flatMap(({ row, cells }) =>
      cells.flatMap((cell, column) =>
        leftOut.has(column) ? [] : cellFaults(cell, { file, row, ...fieldAt(table, column) }),
      ),
    )
  const faulty = new Set(found.map(cellOf))
  const all = [...problems.filter((other) => !faulty.has(cellOf(other))), ...found]
  const faultyRows = new Set(all.map(({ place }) => place.row))
  return {
    ...reading,
    cases: reading.cases.filter(({ row }) => !faultyRows.has(row ?? 0)),
    problems: all.toSorted((one, other) => (one.place.row ?? 0) - (other.place.row ?? 0)),
  }
}

/** Of a row that is no case nothing else is said. */
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
