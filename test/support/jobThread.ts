/** A thread for tests of the pool: it answers, loops, fills its memory or fails, as it is asked. */
import { answerJobs } from '../../src/platform/threads/answerJobs.ts'

answerJobs((job: string) => {
  if (job === 'fail') throw new Error('a bug')
  while (job === 'loop');
  const kept: number[][] = []
  while (job === 'memory') kept.push(Array.from({ length: 100_000 }, (_, at) => at))
  return job
})
