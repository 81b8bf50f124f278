/** The thread in which imported files are read: see `readImportApart.ts`. */
import { answerJobs } from '../../../platform/threads/answerJobs.ts'
import { readAnswersImport } from './importAnswers.ts'
import { readResultsImport } from './importResults.ts'
import type { ImportToRead } from './readImportApart.ts'

answerJobs((sent: ImportToRead) =>
  sent.kind === 'results'
    ? readResultsImport(sent.editions, sent.request)
    : readAnswersImport(sent.editions, sent.request),
)
