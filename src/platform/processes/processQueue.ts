/**
 * Work of a native library, in which no thread can be stopped: done in a process of its own, which can be ended, one
 * job at a time, with limits of time and memory.
 */
import { type ChildProcess, fork } from 'node:child_process'
import type { JobOutcome, RunJob } from '../threads/threadPool.ts'
import { makeTurns } from '../threads/turns.ts'

export type ProcessLimits = {
  /** Jobs that may wait for their turn; a further one is turned away. */
  readonly waiting: number
  /** Of the whole process. */
  readonly memoryMegabytes: number
  /** Of one job, without its wait. */
  readonly seconds: number
}

export type ProcessQueue<Job, Value> = {
  /** As a pool of threads runs one. Rejects if the process fails for another reason than its limits. */
  readonly run: RunJob<Job, Value>
  /** Ends the process. The job in it and those that wait are rejected. */
  readonly close: () => Promise<void>
}

/** A process that was busy longer than this is ended, so that the memory it used is free again. */
const warmMilliseconds = 5_000

/**
 * Runs jobs in a process that executes `script`, which answers them by `answerProcessJobs`. It is used again
 * for the next job, since starting one takes longer than most jobs, never keeps this process alive, and gets none of our
 * settings.
 */
export function processQueue<Job extends object, Value>(
  script: URL,
  limits: ProcessLimits,
): ProcessQueue<Job, Value> {
  const turns = makeTurns(1, limits.waiting)
  let child: ChildProcess | undefined
  let isClosed = false

  async function run(job: Job): Promise<JobOutcome<Value>> {
    if (!(await turns.take())) return { kind: 'full' }
    const began = performance.now()
    try {
      if (isClosed) throw new Error('the service is stopping')
      if (child?.connected !== true) child = startProcess(script, limits)
      return await runIn<Job, Value>(child, job, limits.seconds)
    } finally {
      if (performance.now() - began > warmMilliseconds) void close(child)
      turns.pass()
    }
  }

  return {
    run,
    close: () => {
      isClosed = true
      return close(child)
    },
  }
}

function startProcess(script: URL, { memoryMegabytes }: ProcessLimits): ChildProcess {
  return fork(script, [String(memoryMegabytes)], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

async function close(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // Nothing else may be left to keep this process alive until it has ended.
  child.ref()
  if (child.connected) child.disconnect()
  child.kill('SIGTERM')
  await ended
}

function runIn<Job extends object, Value>(
  child: ChildProcess,
  job: Job,
  seconds: number,
): Promise<JobOutcome<Value>> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const clock = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    const onMessage = (value: Value) => end(() => resolve({ kind: 'done', value }))
    const onError = (error: Error) => end(() => reject(error))
    // Only its own watch of its memory, or the system for want of memory, kills it otherwise.
    const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
      end(() => {
        if (isLate) resolve({ kind: 'stopped', for: 'time' })
        else if (signal === 'SIGKILL') resolve({ kind: 'stopped', for: 'memory' })
        else reject(new Error(`its process ended with ${code ?? signal}`))
      })
    function end(settle: () => void): void {
      clearTimeout(clock)
      child.off('message', onMessage).off('error', onError).off('exit', onExit)
      child.unref()
      child.channel?.unref()
      settle()
    }
    child.on('message', onMessage).on('error', onError).on('exit', onExit)
    child.ref()
    child.channel?.ref()
    child.send(job)
  })
}
