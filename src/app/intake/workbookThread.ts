/** The thread in which a workbook is read, so that a hostile one can be stopped. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TableRow } from '../../core/intake/table.ts'
import { problem } from '../../core/kernel/problem.ts'
import { type Result, refuse } from '../../core/kernel/result.ts'
import { workbookRows } from './workbookRows.ts'

function readOrRefuse(archive: unknown, file: unknown): Result<readonly TableRow[]> {
  if (!(archive instanceof Uint8Array) || typeof file !== 'string') throw new TypeError('no workbook to read')
  try {
    return workbookRows(archive, file)
  } catch {
    return refuse(problem('intake.archive-damaged', { what: 'its sheets cannot be read' }, { file }))
  }
}

parentPort?.postMessage(readOrRefuse(workerData.archive, workerData.file))
