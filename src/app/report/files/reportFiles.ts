/** The report as files: the PDF, and the data annexe in its three forms. */
import { readFileSync } from 'node:fs'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import { annexeCsv } from '../annexe/annexeCsv.ts'
import { annexeMetadata } from '../annexe/annexeMetadata.ts'
import { annexeOds } from '../annexe/annexeOds.ts'
import type { PdfPrinter } from '../pdf/pdfPrinter.ts'
import { typstTemplate } from '../pdf/typstTemplate.ts'
import { printedReport } from '../printedReport.ts'

/**
 * The version of what makes the files. A stored file is served until this version or the report changes: increase
 * `makers` when you change how a file is made from the same report.
 */
export const reportFilesVersion = contentHash({ makers: 1, template: readFileSync(typstTemplate, 'utf8') })

export type ReportFile = {
  /** The last part of its address, and its name in a folder. */
  readonly name: string
  /** The part of the download's name after the inspection, and its kind. */
  readonly part: string
  readonly kind: string
  readonly type: string
  /** True if the browser may show it in its own window. */
  readonly inline: boolean
  readonly make: (report: ReportModel) => Promise<Result<string | Uint8Array>>
}

/** Returns every file of a report other than its web page, and how each is made. */
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
