/** A process for the test of the queue of processes: it answers, fails, never ends, or takes all memory. */
import { answerProcessJobs } from '../../src/platform/processes/answerProcessJobs.ts'

answerProcessJobs(({ job }: { readonly job: string }) => {
  if (job === 'loop') for (;;);
  if (job === 'exit') process.exit(3)
  // Outside the heap, as a native library takes it, and touched, or the system gives none.
  if (job === 'memory') for (const taken: Buffer[] = []; ; ) taken.push(Buffer.alloc(8 * 1024 * 1024, 1))
  return { answer: job, settings: Object.keys(process.env) }
})
