import { annexeColumns } from '../../../core/report/annexeColumns.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'

/** The data annexe as CSV: RFC 4180, lines ended by CR and LF, no byte order mark, one line a question. */
export function annexeCsv(report: ReportModel): string {
  const header = annexeColumns.map(({ name }) => name)
  const rows = report.annexe.map((row) => annexeColumns.map(({ value }) => csvCell(value(row, report))))
  return [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? String(value) : harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it, which a spreadsheet shows as
 * text. Numbers never begin so.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
