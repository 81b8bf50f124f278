/** The thread that reads imported files: see `readImportApart.ts`. */
import { answerJobs } from '../../../platform/threads/answerJobs.ts'
import { readAnswersImport } from './importAnswers.ts'
import { readResultsImport } from './importResults.ts'
import type { ImportToRead } from './readImportInThread.ts'

answerJobs((sent: ImportToRead) =>
  sent.kind === 'results'
    ? readResultsImport(sent.editions, sent.request)
    : readAnswersImport(sent.editions, sent.request),
)
