import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { type ProcessLimits, processQueue } from '../../../platform/processes/processQueue.ts'
import type { JobOutcome } from '../../../platform/threads/threadPool.ts'
import type { PrintedReport } from '../printedReport.ts'
import { problem } from '../problems.ts'

/** Makes PDFs away from the process that serves pages. */
export type PdfPrinter = {
  /**
   * Returns the report as PDF/UA-1. Refuses with `report.pdf-queue-full`, `report.pdf-too-slow` and `report.pdf-too-large`
   * past the limits, and with `report.pdf-failed` if it cannot be typeset.
   */
  print(report: PrintedReport): Promise<Result<Uint8Array>>
  /** Ends its processes; PDFs that are not ready are refused. */
  close(): Promise<void>
}

/** What is sent to the process that typesets. */
export type PdfOrder = { readonly report: PrintedReport }
/** What it answers. */
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly failure: string }

/**
 * Ten wait at most. A report with as much text as its pages accept, some 4MB, takes half a minute and 1.3GB; an
 * ordinary one half a second and 0.3GB.
 */
const usualLimits: ProcessLimits = { waiting: 10, seconds: 60, memoryMegabytes: 1_536 }

/**
 * Returns a printer with a process and a queue for published reports, which anyone may ask for, and others for drafts, so
 * that neither waits for the other. A process starts when the first PDF is asked for; a warm one is several times as fast.
 */
export function createPdfPrinter(limits: Partial<ProcessLimits> = {}): PdfPrinter {
  const allLimits = { ...usualLimits, ...limits }
  const script = new URL('./typstProcess.ts', import.meta.url)
  const published = processQueue<PdfOrder, PdfAnswer>(script, allLimits)
  const drafts = processQueue<PdfOrder, PdfAnswer>(script, allLimits)
  const print = async (report: PrintedReport): Promise<Result<Uint8Array>> => {
    const { run } = report.stage === 'published' ? published : drafts
    try {
      return resultOf(await run({ report }), allLimits)
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error))
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all([published.close(), drafts.close()])
  }
  return { print, close }
}

function resultOf(outcome: JobOutcome<PdfAnswer>, { seconds }: ProcessLimits): Result<Uint8Array> {
  if (outcome.kind === 'full') return refuse(problem('report.pdf-queue-full', {}))
  if (outcome.kind === 'stopped') {
    return outcome.for === 'time'
      ? refuse(problem('report.pdf-too-slow', { seconds }))
      : refuse(problem('report.pdf-too-large', {}))
  }
  const { value } = outcome
  return 'pdf' in value ? done(value.pdf) : failed(value.failure)
}

function failed(reason: string): Result<Uint8Array> {
  return refuse(problem('report.pdf-failed', { reason }))
}
