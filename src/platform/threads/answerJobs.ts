/** The other side of `threadPool.ts`, within the thread. */
import { parentPort } from 'node:worker_threads'

/** Answers each job with one message; ends the thread by itself after the message that no other job will come. */
export function answerJobs<Job, Value>(handle: (job: Job) => Value): void {
  parentPort?.on('message', (job: Job | null) => {
    if (job === null) parentPort?.close()
    else parentPort?.postMessage(handle(job))
  })
}
