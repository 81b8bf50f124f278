/** Reads lists in threads with limits of time and memory, so that no file can stop the server. */
import type { Edition } from '../../../core/framework/edition.ts'
import { noMapping } from '../../../core/intake/recogniseColumns.ts'
import { londonDay } from '../../../core/kernel/londonDate.ts'
import { type Result, refuse } from '../../../core/kernel/result.ts'
import { type RunJob, threadPool } from '../../../platform/threads/threadPool.ts'
import { problem } from '../problems.ts'
import { caseListThreads } from './caseListLimits.ts'
import type { ReadOptions } from './readCaseList.ts'
import type { ListToRead, ReadList } from './readList.ts'

const inThread: RunJob<ListToRead, Result<ReadList>> = threadPool(
  new URL('./caseListThread.ts', import.meta.url),
  caseListThreads,
)

/**
 * Returns the cases of a list, with its errors. Refuses a file that cannot be read as columns or that costs too much
 * to read, and any file while too many are being read.
 */
export async function readApart(
  content: Uint8Array,
  file: string,
  edition: Edition,
  { mapping = noMapping, remembered = noMapping, today = londonDay(new Date()) }: ReadOptions = {},
): Promise<Result<ReadList>> {
  const outcome = await inThread({ content, file, edition, options: { mapping, remembered, today } })
  if (outcome.kind === 'done') return outcome.value
  if (outcome.kind === 'full') return refuse(problem('file.reading-busy', {}, { file }))
  return refuse(problem('intake.reading-stopped', { what: outcome.for }, { file }))
}
