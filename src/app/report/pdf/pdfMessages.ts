import type { PrintedReport } from '../printedReport.ts'

/** What passes between the server and the thread that typesets. */
export type PdfOrder = { readonly order: number; readonly report: PrintedReport }
export type PdfAnswer =
  | { readonly order: number; readonly pdf: Uint8Array }
  | { readonly order: number; readonly failure: string }
