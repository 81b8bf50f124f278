/** Answers files (`docs/reference/answers-format.md`): a tidy table of one answer a row. */
import { beginsLikeTotal } from '../../../core/intake/totalRows.ts'
import { type CsvFault, readCsv } from '../../../core/kernel/csvRows.ts'
import { originalCell } from '../../../core/kernel/csvText.ts'
import type { Place, Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { AnswerRow } from '../../../core/ratings/countAnswers.ts'
import { fileText } from '../../../platform/fileText.ts'
import { problem } from '../problems.ts'

const columns = ['case_id', 'domain', 'question', 'answer'] as const
type Column = (typeof columns)[number]

const delimiters = [',', ';', '\t'] as const

/**
 * Returns the rows of an answers file, with columns in any order, divided by commas, semicolons or tabs.
 * Refuses with every fault of form; questions and answers are checked against the edition later.
 */
export function readAnswersFile(content: string | Uint8Array, file: string): Result<AnswerRow[]> {
  const text = fileText(content, file, 'table')
  if (!text.ok) return text
  const table = readTable(text.value, file)
  if (!table.ok) return table
  const [header = [], ...rows] = table.value.map(({ cells }) => cells)
  const [headerRow = 1, ...numbers] = table.value.map(({ row }) => row)
  const headerFaults = headerProblems(header, { file, row: headerRow })
  if (headerFaults.length > 0) return unlessProblems(headerFaults, () => [])
  if (rows.length === 0) return refuse(problem('table.no-rows', {}, { file }))
  const numbered = rows.map((cells, at) => ({ cells, row: numbers[at] ?? 0 }))
  const problems = numbered.flatMap(({ cells, row }) => rowProblems(header, cells, { file, row }))
  return unlessProblems(problems, () => numbered.map(({ cells, row }) => answerRow(header, cells, row)))
}

type TableRow = { readonly row: number; readonly cells: readonly string[] }

/** The rows that are not empty, numbered as a spreadsheet numbers them; cells without what made them safe. */
function readTable(text: string, file: string): Result<readonly TableRow[]> {
  const read = readCsv(text, { delimiter: delimiterOf(text), most: Number.POSITIVE_INFINITY })
  if (!read.ok) {
    const { kind, line } = read.fault
    return refuse(problem('table.not-readable', { fault: faultText[kind] }, { file, line }))
  }
  return done(
    read.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => originalCell(cell.trim())) })),
  )
}

const faultText: Readonly<Record<CsvFault['kind'], string>> = {
  'quote-never-closed': 'a quotation mark is opened and never closed',
  'text-after-quote': 'text follows a closing quotation mark',
  'quote-inside-value': 'a quotation mark is in the middle of a value',
}

/** The delimiter that divides the first line into most columns. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1)
  const cells = (delimiter: string) => first.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best))
}

function headerProblems(header: readonly string[], place: Place): Problem[] {
  const known: readonly string[] = columns
  const list = columns.join(', ')
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((name) => !known.includes(name))
  const twice = columns.filter((column) => header.filter((name) => name === column).length > 1)
  return [
    ...missing.map((column) =>
      problem('table.column-missing', { column, columns: list }, { ...place, field: column }),
    ),
    ...unknown.map((column) =>
      problem('table.column-unknown', { column, columns: list }, { ...place, field: column }),
    ),
    ...twice.map((column) => problem('table.column-twice', { column }, { ...place, field: column })),
  ]
}

function rowProblems(
  header: readonly string[],
  cells: readonly string[],
  place: { readonly file: string; readonly row: number },
): Problem[] {
  if (cells.length !== header.length) {
    return [problem('table.cells-differ', { cells: cells.length, columns: header.length }, place)]
  }
  if (cells.every((cell, at) => cell.toLowerCase() === header[at]?.toLowerCase())) {
    return [problem('intake.row-repeats-headings', {}, place)]
  }
  const empty = header.filter((_, at) => cells[at] === '')
  const filled = header.length - empty.length
  if (filled < 2 || (empty.length > 0 && beginsLikeTotal({ row: place.row, cells }))) {
    return [problem('table.row-incomplete', { filled, columns: header.length }, place)]
  }
  return empty.map((field) => problem('table.cell-empty', {}, { ...place, field }))
}

function answerRow(header: readonly string[], cells: readonly string[], row: number): AnswerRow {
  const cell = (column: Column) => cells[header.indexOf(column)] ?? ''
  return {
    caseId: cell('case_id'),
    domain: cell('domain'),
    question: cell('question'),
    answer: cell('answer'),
    row,
  }
}
