/** The product's own server as a process that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { plainEnvironment } from '../../src/platform/database/embedded/programs.ts'

const program = join(import.meta.dirname, '../../src/bin/server.ts')

export type WebProcess = { readonly process: ChildProcess; readonly address: string; kill(): Promise<void> }

/** How much the process tells, and who hears each line of it. */
export type Log = { readonly logLevel: string; readonly heard: (line: string) => void }

/** Starts the server and waits until it listens. With `databaseUrl` it uses that database and owns none. */
export async function startWeb(
  folder: string,
  port: number,
  databaseUrl?: string,
  { logLevel, heard }: Log = { logLevel: 'silent', heard: () => undefined },
): Promise<WebProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...plainEnvironment(),
      ASSAY_DATA: folder,
      ASSAY_PORT: String(port),
      ASSAY_LOG_LEVEL: logLevel,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  const said: string[] = []
  await new Promise<void>((resolve) => {
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      said.push(line)
      heard(line)
      if (line.startsWith('Assay is at')) resolve()
    })
    lines.on('close', () => resolve())
  })
  const address = /http:\S+/.exec(said.find((line) => line.startsWith('Assay is at')) ?? '')?.[0]
  if (address === undefined) throw new Error(`the server did not start:\n${said.join('\n')}`)
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { process: child, address, kill }
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
