import type { CaseListReading } from '../../../core/intake/checkCaseList.ts'
import { exactCsvText } from '../../../core/kernel/csvText.ts'

/**
 * Returns the list as CSV without its left-out columns and without what was above the headings. Rows keep their numbers:
 * rows without content are blank lines.
 */
export function withoutColumns({ table, columns }: CaseListReading): Uint8Array {
  const shown = table.headings
    .map((_, column) => column)
    .filter((column) => !columns.leftOut.includes(column))
  const lines: (readonly string[])[] = Array.from({ length: table.headingRow - 1 }, () => [''])
  lines.push(shown.map((column) => table.headings[column] ?? ''))
  for (const { row, cells } of table.rows) {
    while (lines.length < row - 1) lines.push([''])
    lines.push(shown.map((column) => cells[column] ?? ''))
  }
  return new TextEncoder().encode(exactCsvText(lines))
}
