/** Text tables with any common delimiter and line ending, quoted as RFC 4180 has it. */
import { CsvError, parse } from 'csv-parse/sync'
import type { TableRow } from '../../core/intake/table.ts'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { tooManyColumns } from './workbookRows.ts'

const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** Rows of a text table, blank ones left away but counted. */
export function readDelimited(text: string, file: string): Result<readonly TableRow[]> {
  const said = /^sep=([,;|\t])\r?\n/i.exec(text)
  const body = said === null ? text : text.slice(said[0].length)
  const delimiter = delimiters.find((candidate) => candidate === said?.[1]) ?? likelyDelimiter(body)
  try {
    return taken(parseRows(body, delimiter), said === null ? 1 : 2, file)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(problem('intake.text-damaged', { what: reasonOf(error) }, { file }))
  }
}

function parseRows(text: string, delimiter: Delimiter): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    to: limits.rows + 50,
  })
}

function taken(records: readonly string[][], firstRow: number, file: string): Result<readonly TableRow[]> {
  const rows: TableRow[] = []
  let columns = 0
  records.forEach((cells, index) => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    columns = Math.max(columns, last + 1)
    if (last >= 0) rows.push({ row: index + firstRow, cells: cells.slice(0, last + 1).map(bounded) })
  })
  if (rows.length === 0) return refuse(problem('intake.file-empty', {}, { file }))
  return columns > limits.columns ? refuse(tooManyColumns(columns, file)) : done(rows)
}

/** One character beyond the limit is enough to name it. */
function bounded(cell: string): string {
  return cell.slice(0, limits.characters + 1)
}

/** The delimiter that splits the first lines most often and most evenly, quotations apart. */
function likelyDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scores = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
    return { delimiter, score: usual * counts.filter((count) => count === usual).length }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

function reasonOf(error: CsvError): string {
  const { lines } = error
  const line = typeof lines === 'number' ? ` in line ${lines}` : ''
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quotation mark${line} is opened and never closed`
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `something follows a closing quotation mark${line}`
    case 'INVALID_OPENING_QUOTE':
      return `a quotation mark stands in the middle of a value${line}`
    default:
      return `the columns${line} cannot be told apart`
  }
}
