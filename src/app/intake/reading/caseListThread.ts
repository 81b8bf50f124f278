/** The thread in which lists are read, so that a hostile one can be stopped: see `readApart.ts`. */
import { answerJobs } from '../../../platform/threads/answerJobs.ts'
import { readList } from './readList.ts'

answerJobs(readList)
