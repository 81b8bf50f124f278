/** The running server of a data folder: found by its file and its command line, started, and stopped in order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Folders } from './folders.ts'
import { commandLine, identify, isAlive, isCounted, type ProcessIdentity, workersIn } from './processes.ts'
import { type Programs, plainEnvironment } from './programs.ts'

/** A server that runs, and the folder of its socket. */
export type Postmaster = { readonly process: ProcessIdentity; readonly socket: string }

const largestLogBytes = 5_000_000

/** The living server of `data`, no matter who started it, or undefined. */
export function findPostmaster(data: string): Postmaster | undefined {
  const lines = readLines(pidFile(data))
  const process = identify(Number(lines[0]))
  const socket = lines[4]
  if (process === undefined || !socket || !isPostmasterOf(process.pid, data)) return undefined
  return { process, socket }
}

/** PostgreSQL writes: process number, data folder, start, port, socket folder, … */
function pidFile(data: string): string {
  return join(data, 'postmaster.pid')
}

function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

function isPostmasterOf(pid: number, data: string): boolean {
  const [program = '', ...words] = commandLine(pid)
  const folder = words[words.indexOf('-D') + 1]
  return program.endsWith('postgres') && folder !== undefined && samePlace(folder, data)
}

function samePlace(one: string, other: string): boolean {
  return existsSync(one) && realpathSync(one) === realpathSync(other)
}

/**
 * Removes the server's locks whose number now belongs to another program, as after a power cut, or to a killed server
 * whose end nobody has noticed: PostgreSQL would think that either is a server, and refuse. Never while any process
 * works in the data folder.
 */
export function removeStaleLocks({ data, socket }: Folders): void {
  for (const file of [pidFile(data), join(socket, '.s.PGSQL.5432.lock')]) {
    const [holder] = readLines(file)
    if (holder === undefined || !isCounted(Number(holder))) continue
    if (findPostmaster(data) !== undefined || workersIn(data).length > 0) return
    // Unless another start took it meanwhile.
    if (readLines(file)[0] === holder) rmSync(file)
  }
}

/** Starts a server. Its output goes to the log file, and a key pressed in our terminal does not reach it. */
export function startPostmaster(folders: Folders, programs: Programs, account: Account): ChildProcess {
  const log = openLog(folders.logFile)
  const server = spawn(programs.postgres, ['-D', folders.data, '-k', folders.socket, ...settings()], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: plainEnvironment(),
  })
  // A program that cannot be started shows in the log, or in the wait that follows.
  server.on('error', () => undefined)
  server.unref()
  closeSync(log)
  return server
}

function openLog(file: string): number {
  const tooLarge = existsSync(file) && statSync(file).size > largestLogBytes
  return openSync(file, tooLarge ? 'w' : 'a', 0o600)
}

/** On the socket only; and the log never holds a value that someone typed. */
function settings(): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Asks the server to end its work in order, without waiting. */
export function askToStop({ process: server }: Postmaster): void {
  if (isAlive(server)) process.kill(server.pid, 'SIGINT')
}

/** Stops the server in order: what is open is rolled back, what is written is flushed. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  askToStop(postmaster)
  while (isAlive(postmaster.process)) await sleep(20)
}

/** What the server wrote last, for a message. */
export function lastLines(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : ''
}
