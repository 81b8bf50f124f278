/** Rows of an export that are not cases: totals, footers, titles between rows, repeated headings. */

import type { TableRow } from './table.ts'
import { plainWords } from './wording.ts'

const beginnings =
  /^(?:(?:grand |sub ?|overall )?totals?|(?:number|count|no) of (?:cases|rows|records|children)|(?:record|row|case) count|sum|average|mean|median|end of (?:report|list|file|data|extract)|generated|printed|produced|exported|extracted|report (?:run|date|generated|produced)|run date|page \d+|source|notes?|official|confidential|filters? applied|applied filters|cyfanswm)\b/
/** A case has more than a reference and one more value. */
const fewestValues = 3

/** Returns whether a row without most of what a case needs looks like a total, a footer or a title. */
export function looksLikeTotal(row: TableRow): boolean {
  return filledCells(row).length < fewestValues || filledCells(row).some(isTotalWord)
}

/** Returns whether the row begins with a word such as “Total”. */
export function beginsLikeTotal(row: TableRow): boolean {
  return filledCells(row).slice(0, 1).some(isTotalWord)
}

function filledCells(row: TableRow): readonly string[] {
  return row.cells.filter((cell) => cell.trim() !== '')
}

function isTotalWord(cell: string): boolean {
  return beginnings.test(plainWords(cell))
}

/** Returns whether the row repeats the headings, as exports of several pages do. */
export function repeatsHeadings(row: TableRow, headings: readonly string[]): boolean {
  const words = headings.map(plainWords)
  return (
    row.cells.every((cell, index) => plainWords(cell) === (words[index] ?? '')) &&
    words.some((each) => each !== '')
  )
}
