/** A list without the columns that may not be kept. */
import type { CaseListReading } from '../../../core/intake/checkCaseList.ts'
import { exactCsvText } from '../../../core/kernel/csvText.ts'

/**
 * The list as CSV without its left-out columns and whatever stood above the headings. Rows keep their numbers:
 * blank lines stand for rows that held nothing.
 */
export function withoutColumns({ table, columns }: CaseListReading): Uint8Array {
  const kept = table.headings.map((_, column) => column).filter((column) => !columns.leftOut.includes(column))
  const lines: (readonly string[])[] = Array.from({ length: table.headingRow - 1 }, () => [''])
  lines.push(kept.map((column) => table.headings[column] ?? ''))
  for (const { row, cells } of table.rows) {
    while (lines.length < row - 1) lines.push([''])
    lines.push(kept.map((column) => cells[column] ?? ''))
  }
  return new TextEncoder().encode(exactCsvText(lines))
}
