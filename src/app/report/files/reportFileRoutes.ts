/** The files of a report. Those of a published report are made once; those of a draft each time they are asked for. */
import { done, type Result } from '../../../core/kernel/result.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import { etagOf, hasSeen } from '../../../platform/http/api/versionSeen.ts'
import { downloadName } from '../../../platform/http/downloadName.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import { type ShareWork, shareWork } from '../../../platform/sharedWork.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { LoadReport } from '../loadReport.ts'
import type { PdfPrinter } from '../pdf/pdfPrinter.ts'
import { type FileKey, findPublishedFile, savePublishedFile } from './publishedFiles.queries.ts'
import { type ReportFile, reportFiles, reportFilesVersion } from './reportFiles.ts'

type Made = Result<string | Uint8Array>

/** Returns a route for each file of a report. */
export function reportFileRoutes(loadReport: LoadReport, printer: PdfPrinter): readonly Route[] {
  const share = shareWork<Made>()
  return reportFiles(printer).map((file) => ({
    method: 'GET',
    path: `/inspections/:inspection/${file.name}`,
    permission: 'report.read',
    audit: 'reads',
    handle: async (request, shell) => {
      const { inspection = '' } = request.params
      const report = await loadReport(shell, inspection)
      if (!report.ok) return { kind: 'refused', problems: report.problems }
      return answer(request, shell, { file, report: report.value, share })
    },
  }))
}

type FileOrder = {
  readonly file: ReportFile
  readonly report: ReportModel
  readonly share: ShareWork<Made>
}

async function answer({ headers }: RouteRequest, shell: Shell, order: FileOrder): Promise<Reply> {
  const { file, report, share } = order
  const hash = contentHash({ version: reportFilesVersion, file: file.name, report })
  const isPublic = report.stage === 'published'
  const caching = { etag: etagOf(hash), isPublic }
  if (hasSeen(headers, hash)) return { kind: 'unchanged', ...caching }
  const key = { inspectionId: report.inspection, name: file.name, hash }
  const made = await share(hash, () =>
    isPublic ? storedOrMade(shell, key, () => file.make(report)) : file.make(report),
  )
  if (!made.ok) return { kind: 'refused', problems: made.problems }
  const name = downloadName([report.inspection, file.part, report.stage], file.kind)
  return { kind: 'file', name, type: file.type, body: made.value, inline: file.inline, ...caching }
}

/** The file is made without a connection to the database. */
async function storedOrMade(
  { database, now }: Shell,
  key: FileKey,
  make: () => Promise<Made>,
): Promise<Made> {
  const stored = await findPublishedFile(database, key)
  if (stored !== undefined) return done(stored)
  const made = await make()
  if (!made.ok) return made
  await savePublishedFile(database, key, { body: Buffer.from(made.value), madeAt: now() })
  return made
}
