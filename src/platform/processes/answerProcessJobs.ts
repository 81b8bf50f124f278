/** The other side of `processQueue.ts`, within the process. */
import { Worker } from 'node:worker_threads'
import { endIfLarger } from './memoryLimit.ts'

/** Answers each job with one message, and ends with the process that started this one. */
export function answerProcessJobs<Job, Value extends object>(handle: (job: Job) => Value): void {
  const megabytes = Number(process.argv[2])
  new Worker(new URL('./memoryWatch.ts', import.meta.url), { workerData: megabytes }).unref()
  process.on('message', (job: Job) => {
    endIfLarger(megabytes)
    process.send?.(handle(job))
  })
}
