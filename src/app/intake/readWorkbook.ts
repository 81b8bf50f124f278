/** Workbooks, XLSX and ODS: their parts are checked here, then read in a thread with limits of time and memory. */
import { Worker } from 'node:worker_threads'
import type { TableRow } from '../../core/intake/table.ts'
import { problem } from '../../core/kernel/problem.ts'
import { type Result, refuse } from '../../core/kernel/result.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { workbookParts } from './workbookParts.ts'
import { storedArchive } from './zipArchive.ts'

/** Reads the only filled sheet of a workbook. Never throws for what is in it. */
export async function readWorkbook(content: Uint8Array, file: string): Promise<Result<readonly TableRow[]>> {
  const parts = workbookParts(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  return parts.ok ? readInThread(storedArchive(parts.value), file) : parts
}

function readInThread(archive: Uint8Array, file: string): Promise<Result<readonly TableRow[]>> {
  const thread = new Worker(new URL('./workbookThread.ts', import.meta.url), {
    workerData: { archive: new Uint8Array(archive), file },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  return new Promise((settle) => {
    const stop = (what: string) => {
      void thread.terminate()
      settle(refuse(problem('intake.reading-stopped', { what }, { file })))
    }
    const clock = setTimeout(() => stop('time'), limits.seconds * 1000)
    thread.once('message', (result: Result<readonly TableRow[]>) => settle(result))
    thread.once('error', () => stop('memory'))
    thread.once('exit', () => {
      clearTimeout(clock)
      stop('memory')
    })
  })
}
