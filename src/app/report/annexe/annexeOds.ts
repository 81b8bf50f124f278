import { utils, write } from '@e965/xlsx'
import { safeCell } from '../../../core/kernel/csvText.ts'
import { annexeColumns } from '../../../core/report/annexeColumns.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'

/** Returns the data annexe as an OpenDocument spreadsheet: the figures, and a sheet that says what they are. */
export function annexeOds(report: ReportModel): Uint8Array {
  const workbook = utils.book_new()
  const figures = [
    annexeColumns.map(({ title }) => title),
    ...report.annexe.map((row) => annexeColumns.map(({ value }) => safeValue(value(row, report)))),
  ]
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(figures), 'Figures')
  utils.book_append_sheet(
    workbook,
    utils.aoa_to_sheet(about(report).map((cells) => cells.map(safeCell))),
    'About',
  )
  const written: ArrayBuffer = write(workbook, { bookType: 'ods', type: 'array', compression: true })
  return new Uint8Array(written)
}

/** Text that a spreadsheet program would run is made safe; a figure stays a figure. */
function safeValue(value: string | number | null): string | number | null {
  return typeof value === 'string' ? safeCell(value) : value
}

function about(report: ReportModel): string[][] {
  return [
    ['Title', report.title],
    ...(report.warning === null ? [] : [['Caution', report.warning]]),
    ['Overall rating', report.overall.text],
    ['Score', report.score],
    ...report.facts.map(({ label, value }) => [label, value]),
    ...annexeColumns.map(({ title, description }) => [`Column: ${title}`, description]),
  ]
}
