import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inject } from 'vitest'

export type Instance = {
  readonly process: ChildProcess
  /** What it said so far, line by line. */
  readonly said: readonly string[]
  /** Waits for a line that begins so. Fails when the instance ends without saying it. */
  hears(beginning: string): Promise<string>
  /** Sends a signal and waits for the end; gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts an instance over the data in `folder`. */
export function startInstance(folder: string, task: 'wait' | 'rows' = 'wait'): Instance {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'instance.ts'), folder, task], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What the first web process compiled: an instance that is killed keeps nothing of its own.
    env: { ...process.env, NODE_COMPILE_CACHE: join(inject('madeHome'), 'compiled') },
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(line))
  const closed = once(lines, 'close')
  let ended = false
  lines.on('close', () => {
    ended = true
  })
  const hears = async (beginning: string): Promise<string> => {
    for (;;) {
      const line = said.find((text) => text.startsWith(beginning))
      if (line !== undefined) return line
      if (ended) throw new Error(`ended without saying "${beginning}"; it said:\n${said.join('\n')}`)
      await Promise.race([once(lines, 'line'), closed])
    }
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const running = child.exitCode === null && child.signalCode === null
    const exited = running ? once(child, 'exit') : undefined
    child.kill(signal)
    await exited
    await closed
    return child.exitCode
  }
  return { process: child, said, hears, end }
}
