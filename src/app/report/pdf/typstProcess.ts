/** The process that typesets PDFs: see `pdfPrinter.ts`. */
import { answerProcessJobs } from '../../../platform/processes/answerProcessJobs.ts'
import type { PdfAnswer, PdfOrder } from './pdfPrinter.ts'
import { createTypesetter } from './typesetReport.ts'

const typeset = createTypesetter()

answerProcessJobs(({ report }: PdfOrder): PdfAnswer => {
  try {
    return { pdf: typeset(report) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
})
