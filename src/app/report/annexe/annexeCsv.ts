import { csvTextWithoutMark } from '../../../core/kernel/csvText.ts'
import { annexeColumns } from '../../../core/report/annexeColumns.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'

/** Returns the data annexe as CSV: RFC 4180, lines ended by CR and LF, no byte order mark, one line for each question. */
export function annexeCsv(report: ReportModel): string {
  const header = annexeColumns.map(({ name }) => name)
  const rows = report.annexe.map((row) => annexeColumns.map(({ value }) => String(value(row, report) ?? '')))
  return csvTextWithoutMark([header, ...rows])
}
