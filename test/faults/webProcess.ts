/** The product's own server as a process that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { plainEnvironment } from '../../src/platform/database/embedded/programs.ts'

const program = join(import.meta.dirname, '../../src/bin/server.ts')

export type WebProcess = {
  readonly process: ChildProcess
  readonly address: string
  /** Ends it at once, with whatever it was doing. */
  kill(): Promise<void>
  /** Ends it in order. */
  stop(): Promise<void>
}

/**
 * Starts the server and waits until it listens. With `databaseUrl` it uses that database and owns none. A `module` is
 * run in it before anything else, and can be sent messages.
 */
export async function startWeb(
  folder: string,
  port: number,
  databaseUrl?: string,
  module?: string,
): Promise<WebProcess> {
  const before = module === undefined ? [] : ['--import', module]
  const child = spawn(process.execPath, [...before, program], {
    stdio: ['ignore', 'pipe', 'inherit', ...(module === undefined ? [] : (['ipc'] as const))],
    env: {
      ...plainEnvironment(),
      ASSAY_DATA: folder,
      ASSAY_PORT: String(port),
      ASSAY_LOG_LEVEL: 'silent',
      // What is compiled is kept by a process that ends in order: those after it start in half the time.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  const address = await addressOf(child)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { process: child, address, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Where it listens, once it says so. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  const said: string[] = []
  if (stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface({ input: stdout })) {
    said.push(line)
    if (line.startsWith('Assay is at')) break
  }
  const address = /http:\S+/.exec(said.at(-1) ?? '')?.[0]
  if (address === undefined) throw new Error(`the server did not start:\n${said.join('\n')}`)
  return address
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
