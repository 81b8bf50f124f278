/** Work that must not stop the server: done in threads of their own, few at once, with limits of time and memory. */
import { Worker } from 'node:worker_threads'
import { makeTurns } from './turns.ts'

export type ThreadLimits = {
  /** Jobs that run at the same time. */
  readonly atOnce: number
  /** Jobs that may wait for their turn; a further one is turned away. */
  readonly waiting: number
  /** Of one thread's heap. */
  readonly memoryMegabytes: number
  /** Of one job, without its wait. */
  readonly seconds: number
}

/** What became of a job. */
export type JobOutcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'stopped'; readonly for: 'time' | 'memory' }
  | { readonly kind: 'full' }

/** Runs a job in a thread. Rejects if the thread fails for another reason than its limits. */
export type RunJob<Job, Value> = (job: Job) => Promise<JobOutcome<Value>>

/** A thread that was busy longer than this is ended, so that the memory it used is free again. */
const warmMilliseconds = 1_000

/**
 * Runs jobs in threads that execute `script`, which answers each message with one message. Threads are used again for the
 * next job, since starting one takes longer than most jobs, and never keep the process alive.
 */
export function threadPool<Job, Value>(script: URL, limits: ThreadLimits): RunJob<Job, Value> {
  const idle: Worker[] = []
  const turns = makeTurns(limits.atOnce, limits.waiting)
  return async (job) => {
    if (!(await turns.take())) return { kind: 'full' }
    try {
      const thread = idle.pop() ?? startThread(script, limits, idle)
      const began = performance.now()
      const outcome = await runOn<Job, Value>(thread, job, limits.seconds)
      // Waited for, so that never more threads are there than may run at once.
      if (outcome.kind !== 'done') await thread.terminate()
      else if (performance.now() - began > warmMilliseconds) thread.postMessage(null)
      else idle.push(thread)
      return outcome
    } finally {
      turns.pass()
    }
  }
}

function startThread(script: URL, { memoryMegabytes }: ThreadLimits, idle: Worker[]): Worker {
  const thread = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 64 },
    stdout: true,
    stderr: true,
  })
  // A thread that ends between two jobs is simply not used again.
  thread.on('error', () => undefined)
  thread.once('exit', () => {
    const place = idle.indexOf(thread)
    if (place >= 0) idle.splice(place, 1)
  })
  return thread
}

function runOn<Job, Value>(thread: Worker, job: Job, seconds: number): Promise<JobOutcome<Value>> {
  return new Promise((resolve, reject) => {
    const stopFor = (limit: 'time' | 'memory') => end(() => resolve({ kind: 'stopped', for: limit }))
    const clock = setTimeout(() => stopFor('time'), seconds * 1000)
    const onMessage = (value: Value) => end(() => resolve({ kind: 'done', value }))
    const onError = (error: unknown) => (isOutOfMemory(error) ? stopFor('memory') : end(() => reject(error)))
    const onExit = () => stopFor('memory')
    function end(settle: () => void): void {
      clearTimeout(clock)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      thread.unref()
      settle()
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.ref()
    thread.postMessage(job)
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
