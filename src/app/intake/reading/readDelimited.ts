/** Text tables with any common delimiter and line ending, quoted as RFC 4180 has it. */
import { countRecognised } from '../../../core/intake/recogniseColumns.ts'
import type { TableRow } from '../../../core/intake/table.ts'
import { type CsvFault, type CsvReading, type CsvRow, readCsv } from '../../../core/kernel/csvRows.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { tooManyColumns } from './workbookRows.ts'

const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** Rows that are read, so that a list just above the limit is refused with the reason and never cut off. */
const mostRows = limits.rows + 50

export type DelimitedRows = {
  /** Blank ones left away but counted; empty cells at the end of a row are left away. */
  readonly rows: readonly TableRow[]
  /** How many values each row has in the file, empty ones at its end included. */
  readonly widths: ReadonlyMap<number, number>
}

/** Rows of a text table. */
export function readDelimited(text: string, file: string): Result<DelimitedRows> {
  const said = /^"?sep=([,;|\t])"?(?:\r\n|\n|\r)/i.exec(text)
  const delimiter = delimiters.find((candidate) => candidate === said?.[1])
  const body = said === null ? text : text.slice(said[0].length)
  const linesBefore = said === null ? 0 : 1
  const read = readCsv(body, { delimiter: delimiter ?? likelyDelimiter(body), most: mostRows })
  if (read.ok) return accepted(read.rows, linesBefore, file)
  const line = read.fault.line + linesBefore
  return refuse(problem('intake.text-damaged', { what: faultText(read.fault, line) }, { file, line }))
}

function accepted(records: readonly CsvRow[], rowsBefore: number, file: string): Result<DelimitedRows> {
  const rows = records.map(({ row, cells }) => {
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    return { row: row + rowsBefore, cells: cells.slice(0, last + 1).map(bounded) }
  })
  if (rows.length === 0) return refuse(problem('intake.file-empty', {}, { file }))
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (columns > limits.columns) return refuse(tooManyColumns(columns, file))
  return done({ rows, widths: new Map(records.map(({ row, cells }) => [row + rowsBefore, cells.length])) })
}

/** One character beyond the limit is enough to name it. */
function bounded(cell: string): string {
  return cell.slice(0, limits.characters + 1)
}

/** Rows in which the headings are looked for. */
const rowsLookedAt = 16

/**
 * The delimiter by which one of the first rows names most columns of a case list; among equals, the one that splits
 * the first lines most often and most evenly.
 */
function likelyDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 10_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    recognised: mostRecognised(readCsv(text.slice(0, 100_000), { delimiter, most: rowsLookedAt })),
    splits: evenSplits(lines, delimiter),
  }))
  return scores.reduce((best, next) =>
    next.recognised > best.recognised || (next.recognised === best.recognised && next.splits > best.splits)
      ? next
      : best,
  ).delimiter
}

function mostRecognised(read: CsvReading): number {
  return Math.max(0, ...read.rows.map(({ cells }) => countRecognised(cells)))
}

function evenSplits(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1)
  const usual = counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0
  return usual * counts.filter((count) => count === usual).length
}

function faultText({ kind }: CsvFault, line: number): string {
  switch (kind) {
    case 'quote-never-closed':
      return `a quotation mark in line ${line} is opened and never closed`
    case 'text-after-quote':
      return `something follows a closing quotation mark in line ${line}`
    case 'quote-inside-value':
      return `a quotation mark is in the middle of a value in line ${line}`
  }
}
