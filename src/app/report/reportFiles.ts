/** The report as files: the PDF, and the data annexe in its three forms. */
import { done, type Result } from '../../core/kernel/result.ts'
import type { ReportModel } from '../../core/report/reportModel.ts'
import { downloadName } from '../../platform/http/downloadName.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { annexeCsv } from './annexe/annexeCsv.ts'
import { annexeMetadata } from './annexe/annexeMetadata.ts'
import { annexeOds } from './annexe/annexeOds.ts'
import { loadReport } from './loadReport.ts'
import type { PdfPrinter } from './pdf/pdfPrinter.ts'
import { printedReport } from './printedReport.ts'

type ReportFile = {
  /** The last part of its address, and its name in a folder. */
  readonly name: string
  /** What its download is called after the inspection, and its kind. */
  readonly part: string
  readonly kind: string
  readonly type: string
  /** True where the browser may show it in its own window. */
  readonly inline: boolean
  readonly make: (report: ReportModel) => Promise<Result<string | Uint8Array>>
}

/** Every file of a report beside its web page, with how each is made. */
export function reportFiles(printer: PdfPrinter): readonly ReportFile[] {
  return [
    {
      name: 'report.pdf',
      part: 'report',
      kind: 'pdf',
      type: 'application/pdf',
      inline: true,
      make: (report) => printer.print(printedReport(report, 'paper')),
    },
    {
      name: 'annexe.csv',
      part: 'annexe',
      kind: 'csv',
      type: 'text/csv; charset=utf-8; header=present',
      inline: false,
      make: async (report) => done(annexeCsv(report)),
    },
    {
      name: 'annexe.csv-metadata.json',
      part: 'annexe',
      kind: 'csv-metadata.json',
      type: 'application/csvm+json',
      inline: false,
      make: async (report) => done(`${JSON.stringify(annexeMetadata(report), null, 2)}\n`),
    },
    {
      name: 'annexe.ods',
      part: 'annexe',
      kind: 'ods',
      type: 'application/vnd.oasis.opendocument.spreadsheet',
      inline: false,
      make: async (report) => done(annexeOds(report)),
    },
  ]
}

export function reportFileRoutes(editions: Editions, printer: PdfPrinter): readonly Route[] {
  return reportFiles(printer).map((file) => reportFileRoute(editions, file))
}

function reportFileRoute(editions: Editions, file: ReportFile): Route {
  return {
    method: 'GET',
    path: `/inspections/:inspection/${file.name}`,
    permission: 'report.read',
    audit: 'reads',
    handle: async ({ params }, shell) => {
      const { inspection = '' } = params
      const report = await loadReport(shell, editions, inspection)
      if (!report.ok) return { kind: 'refused', problems: report.problems }
      const made = await file.make(report.value)
      if (!made.ok) return { kind: 'refused', problems: made.problems }
      const name = downloadName([report.value.inspection, file.part, report.value.stage], file.kind)
      return { kind: 'file', name, type: file.type, body: made.value, inline: file.inline }
    },
  }
}
