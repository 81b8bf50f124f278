/** The other side of `processQueue.ts`, within the process. */
import { Worker } from 'node:worker_threads'

/** Answers each job with one message, and ends with the process that started this one. */
export function answerProcessJobs<Job, Value extends object>(handle: (job: Job) => Value): void {
  const [, , megabytes] = process.argv
  // A thread of its own: this one is held by the work that takes the memory.
  new Worker(new URL('./memoryWatch.ts', import.meta.url), { workerData: Number(megabytes) }).unref()
  process.on('message', (job: Job) => process.send?.(handle(job)))
}
