/** The thread in which PDFs are typeset, one at a time in the order in which they were asked for. */
import { parentPort } from 'node:worker_threads'
import type { PdfAnswer, PdfOrder } from './pdfMessages.ts'
import { createTypesetter } from './typesetReport.ts'

const typeset = createTypesetter()

parentPort?.on('message', (order: PdfOrder) => parentPort?.postMessage(answer(order)))

function answer({ order, report }: PdfOrder): PdfAnswer {
  try {
    return { order, pdf: typeset(report) }
  } catch (error) {
    return { order, failure: error instanceof Error ? error.message : String(error) }
  }
}
