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

/** How much the process tells, and who hears each line of it. */
export type Log = { readonly logLevel: string; readonly heard: (line: string) => void }

const running = new Set<ChildProcess>()

/** Kills every server that was started here and still runs: what a test that failed left behind. */
export async function killAllWeb(): Promise<void> {
  await Promise.all([...running].map((child) => endOf(child, 'SIGKILL')))
}

const silence: Log = { logLevel: 'silent', heard: () => undefined }

/**
 * Starts the server and waits until it listens. With `databaseUrl` it uses that database and owns none. A `module` is
 * run in it before anything else, and can be sent messages.
 */
export async function startWeb(
  folder: string,
  port: number,
  databaseUrl?: string,
  { module, log = silence }: { readonly module?: string; readonly log?: Log } = {},
): Promise<WebProcess> {
  const before = module === undefined ? [] : ['--import', module]
  const child = spawn(process.execPath, [...before, program], {
    stdio: ['ignore', 'pipe', 'inherit', ...(module === undefined ? [] : (['ipc'] as const))],
    env: {
      ...plainEnvironment(),
      ASSAY_DATA: folder,
      ASSAY_PORT: String(port),
      ASSAY_LOG_LEVEL: log.logLevel,
      // A process that ends in order caches what it compiled: those after it start in half the time.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const address = await addressOf(child, log)
  return { process: child, address, kill: () => endOf(child, 'SIGKILL'), stop: () => endOf(child, 'SIGTERM') }
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Where it listens, once it says so. */
async function addressOf({ stdout }: ChildProcess, { heard }: Log): Promise<string> {
  const said: string[] = []
  if (stdout === null) throw new Error('the server has no output')
  await new Promise<void>((resolve) => {
    const lines = createInterface({ input: stdout })
    lines.on('line', (line) => {
      said.push(line)
      heard(line)
      if (line.startsWith('Assay is at')) resolve()
    })
    lines.on('close', () => resolve())
  })
  const address = /http:\S+/.exec(said.find((line) => line.startsWith('Assay is at')) ?? '')?.[0]
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
