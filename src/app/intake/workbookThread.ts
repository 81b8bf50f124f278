/** The thread in which a workbook is read, so that a hostile one can be stopped. */
import { parentPort, workerData } from 'node:worker_threads'
import { workbookRows } from './workbookRows.ts'

const { archive, file }: { readonly archive: Uint8Array; readonly file: string } = workerData
parentPort?.postMessage(workbookRows(archive, file))
