/** Reads imported files in threads with limits of time and memory, so that no file can stop the server. */

import { type Result, refuse } from '../../../core/kernel/result.ts'
import { type RunJob, threadPool } from '../../../platform/threads/threadPool.ts'
import type { Editions } from '../../framework/editions.ts'
import { problem } from '../problems.ts'
import type { ImportedInspection } from './importedInspection.ts'
import type { AnswersImport, ResultsImport } from './importRequests.ts'

export type ImportToRead =
  | { readonly kind: 'results'; readonly editions: Editions; readonly request: ResultsImport }
  | { readonly kind: 'answers'; readonly editions: Editions; readonly request: AnswersImport }

type ReadImport = Result<readonly ImportedInspection[]>

const inThread: RunJob<ImportToRead, ReadImport> = threadPool(new URL('./importThread.ts', import.meta.url), {
  atOnce: 1,
  waiting: 4,
  memoryMegabytes: 1_024,
  seconds: 60,
})

/**
 * Returns the inspections of a file. Refuses with every fault of it; also a file that costs too much to read, and any
 * file while too many are being read.
 */
export async function readImportInThread(sent: ImportToRead): Promise<ReadImport> {
  const outcome = await inThread(sent)
  if (outcome.kind === 'done') return outcome.value
  const { name: file } = sent.kind === 'results' ? sent.request.file : sent.request.answers
  if (outcome.kind === 'full') return refuse(problem('file.reading-busy', {}, { file }))
  return refuse(problem('file.reading-stopped', { what: outcome.for }, { file }))
}
