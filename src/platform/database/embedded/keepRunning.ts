/** Brings a server back that ended by itself: at once the first time, then after longer and longer waits. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Something that runs until it ends, such as the server with the owner's connection to it. */
export type Run = { readonly ended: Promise<void> }

const longestWaitMs = 60_000

/** How long to wait before the try that follows so many others: a server that cannot start is not asked all the time. */
export function waitBefore(earlierTries: number): number {
  return earlierTries === 0 ? 0 : Math.min(1_000 * 2 ** (earlierTries - 1), longestWaitMs)
}

type Keeping = {
  /** Starts it again. Throws where that fails, or where `stopping` says that it is wanted no more. */
  readonly bringBack: (stopping: AbortSignal) => Promise<Run>
  /** Called at every end and every return. */
  readonly progress: (text: string) => void
}

/** Keeps `first` running until it is stopped; `finished` then resolves. */
export function keepRunning(first: Run, keeping: Keeping) {
  const stopping = new AbortController()
  return { stop: () => stopping.abort(), finished: keep(first, keeping, stopping.signal) }
}

async function keep(first: Run, { bringBack, progress }: Keeping, stopping: AbortSignal): Promise<void> {
  let run: Run | undefined = first
  let tries = 0
  while (run !== undefined) {
    const since = Date.now()
    await run.ended
    if (stopping.aborted) return
    // One that ran for a while was well: its end is the first again.
    if (Date.now() - since > longestWaitMs) tries = 0
    progress('The database stopped by itself. Starting it again.')
    run = undefined
    while (run === undefined && !stopping.aborted) {
      run = await tryToBringBack(bringBack, progress, waitBefore(tries), stopping)
      tries += 1
    }
    if (run !== undefined) progress('The database answers again.')
  }
}

async function tryToBringBack(
  bringBack: Keeping['bringBack'],
  progress: Keeping['progress'],
  waitMs: number,
  stopping: AbortSignal,
): Promise<Run | undefined> {
  try {
    // Waiting must not prevent a program from ending.
    await sleep(waitMs, undefined, { signal: stopping, ref: false })
    return await bringBack(stopping)
  } catch (error) {
    if (!stopping.aborted) progress(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
