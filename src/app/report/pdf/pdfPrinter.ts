import { Worker } from 'node:worker_threads'
import { problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { PrintedReport } from '../printedReport.ts'
import type { PdfAnswer, PdfOrder } from './pdfMessages.ts'

/** Makes PDFs away from the thread that serves pages. */
export type PdfPrinter = {
  /** The report as PDF/UA-1. Refuses with `report.pdf-failed`, and `report.pdf-too-slow` past the time limit. */
  print(report: PrintedReport): Promise<Result<Uint8Array>>
  /** Ends the thread; PDFs still asked for are refused. */
  close(): Promise<void>
}

type Waiting = { readonly settle: (result: Result<Uint8Array>) => void; readonly timer: NodeJS.Timeout }

/**
 * A printer with one thread, started when the first PDF is asked for and kept, since a warm one is several
 * times as fast. Further orders wait in the thread's queue.
 * `limitMs`: how long one order may take, waiting included; the thread is then ended and started anew.
 */
export function createPdfPrinter(limitMs = 60_000): PdfPrinter {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let orders = 0

  function settle(order: number, result: Result<Uint8Array>): void {
    const found = waiting.get(order)
    if (found === undefined) return
    clearTimeout(found.timer)
    waiting.delete(order)
    found.settle(result)
  }

  async function end(failure: Result<Uint8Array>): Promise<void> {
    const ending = worker
    worker = undefined
    for (const order of [...waiting.keys()]) settle(order, failure)
    await ending?.terminate()
  }

  function start(): Worker {
    const started = new Worker(new URL('./typstWorker.ts', import.meta.url))
    started.unref()
    started.on('message', (answer: PdfAnswer) => settle(answer.order, resultOf(answer)))
    started.on('error', (error) => started === worker && void end(failed(String(error))))
    started.on('exit', (code) => started === worker && void end(failed(`the thread ended with ${code}`)))
    return started
  }

  function print(report: PrintedReport): Promise<Result<Uint8Array>> {
    worker ??= start()
    const order: PdfOrder = { order: ++orders, report }
    return new Promise((resolve) => {
      const timer = setTimeout(() => void end(tooSlow(limitMs)), limitMs)
      waiting.set(order.order, { settle: resolve, timer })
      worker?.postMessage(order)
    })
  }

  return { print, close: () => end(failed('the workbench is stopping')) }
}

function resultOf(answer: PdfAnswer): Result<Uint8Array> {
  return 'pdf' in answer ? done(answer.pdf) : failed(answer.failure)
}

function failed(reason: string): Result<Uint8Array> {
  return refuse(problem('report.pdf-failed', { reason }))
}

function tooSlow(limitMs: number): Result<Uint8Array> {
  return refuse(problem('report.pdf-too-slow', { seconds: Math.round(limitMs / 1000) }))
}
