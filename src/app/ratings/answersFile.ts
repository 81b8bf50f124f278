/** Answers files (`docs/reference/answers-format.md`): a tidy table of one answer a row. */
import { CsvError, parse } from 'csv-parse/sync'
import { type Problem, problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import type { AnswerRow } from '../../core/ratings/countAnswers.ts'
import { fileText } from '../../platform/fileText.ts'

const columns = ['case_id', 'domain', 'question', 'answer'] as const
type Column = (typeof columns)[number]

const delimiters = [',', ';', '\t'] as const

/**
 * The rows of an answers file, with columns in any order, divided by commas, semicolons or tabs.
 * Refuses with every fault of form; questions and answers are checked against the edition later.
 */
export function readAnswersFile(content: string | Uint8Array, file: string): Result<AnswerRow[]> {
  const text = fileText(content, file)
  if (!text.ok) return text
  const table = parseTable(text.value, file)
  if (!table.ok) return table
  const [header = [], ...rows] = table.value
  const headerFaults = headerProblems(header, file)
  if (headerFaults.length > 0) return unlessProblems(headerFaults, () => [])
  const filled = rows
    .map((cells, at) => ({ cells, row: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return refuse(problem('table.no-rows', {}, { file }))
  const problems = filled.flatMap(({ cells, row }) => rowProblems(header, cells, { file, row }))
  return unlessProblems(problems, () => filled.map(({ cells, row }) => answerRow(header, cells, row)))
}

/** Every record in its place, blank lines too, so that rows are numbered as a spreadsheet numbers them. */
function parseTable(text: string, file: string): Result<string[][]> {
  try {
    const delimiter = delimiterOf(text)
    return done(parse(text, { delimiter, trim: true, relax_column_count: true, skip_empty_lines: false }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error
    const place = typeof lines === 'number' ? { file, row: lines } : { file }
    return refuse(problem('table.not-readable', { fault: error.message }, place))
  }
}

/** The delimiter that divides the first line into most columns. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1)
  const cells = (delimiter: string) => first.split(delimiter).length
  return delimiters.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best))
}

function headerProblems(header: readonly string[], file: string): Problem[] {
  const known: readonly string[] = columns
  const list = columns.join(', ')
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((name) => !known.includes(name))
  const twice = columns.filter((column) => header.filter((name) => name === column).length > 1)
  const place = { file, row: 1 }
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
  return header
    .filter((_, at) => cells[at] === '')
    .map((field) => problem('table.cell-empty', {}, { ...place, field }))
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
