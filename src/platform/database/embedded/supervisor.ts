/**
 * The embedded PostgreSQL of a folder: one server, one owner. It survives every end of its owner, `kill -9`
 * included: the next start finds it running, or starts it and lets it recover. Where it ends by itself its owner
 * starts it again. A second owner is refused.
 */

import type { ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { done, type Refused, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import type { Account } from './account.ts'
import { makeCluster, superuser } from './cluster.ts'
import { type Folders, prepareFolders } from './folders.ts'
import { keepRunning, type Run } from './keepRunning.ts'
import { clearOwner, livingOwner, writeOwner } from './owner.ts'
import {
  askToStop,
  findPostmaster,
  lastLines,
  type Postmaster,
  removeStaleLocks,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { workersIn } from './processes.ts'
import { findPrograms } from './programs.ts'

export type ServerAddress = { readonly host: string; readonly user: string; readonly database: string }

export type EmbeddedServer = {
  readonly connection: ServerAddress
  /** Ends the server in order where we own it; a guest only leaves. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** The folder of the data, such as `var`. */
  readonly home: string
  /** Called with what takes a while. */
  readonly progress: (text: string) => void
  /** What to do where another instance owns the server: be refused, or work next to it as its guest. */
  readonly whenOwned: 'refuse' | 'join'
}

const databaseName = 'assay'
/** Recovery after a power cut may replay a lot; the server says all the while that it is starting up. */
const longestStartMs = 300_000
/** A lock of the owner's connection for as long as it lives: two starts at the same moment cannot both get it. */
const ownerLock = 7_211_455

/** Starts or finds the server of a folder. Throws where PostgreSQL cannot run; refuses where another owns it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer>> {
  const folders = prepareFolders(options.home)
  const owner = livingOwner(folders.ownerFile)
  if (owner !== undefined) return meetOwner(folders, owner.pid, options)
  const postmaster = await bringUp(folders, options)
  const lock = await takeOwnership(postmaster)
  // An owner that we waited for has stopped the server meanwhile: begin again.
  if (lock === 'server-gone') return startEmbedded(options)
  if (lock === 'owned') return meetOwner(folders, livingOwner(folders.ownerFile)?.pid, options)
  writeOwner(folders.ownerFile)
  await makeDatabase(postmaster)
  return done(ownedServer(folders, postmaster, lock, options))
}

async function meetOwner(
  folders: Folders,
  pid: number | undefined,
  options: EmbeddedOptions,
): Promise<Refused | Result<EmbeddedServer>> {
  if (options.whenOwned === 'refuse') {
    return refuse(problem('database.in-use', { folder: options.home, process: pid ?? 'another' }))
  }
  const postmaster = await waitUntilReady(folders, () => untilFound(folders.data))
  return done({ connection: connectionTo(postmaster), stop: async () => undefined })
}

/** The server of the folder, running and answering. */
async function bringUp(
  folders: Folders & { readonly account: Account },
  { home, progress }: EmbeddedOptions,
): Promise<Postmaster> {
  const programs = findPrograms(folders.account)
  if (!existsSync(folders.data)) {
    progress(`Making the database in ${folders.data}. This happens once and takes a few seconds.`)
    await makeCluster(folders.data, programs, folders.account)
  }
  return waitUntilReady(folders, () => startIn(home))
}

/** Starts a server over the data of `home`, which are there. Done when it is found, or has ended again. */
async function startIn(home: string): Promise<void> {
  // An owner that just stopped took the folder of the socket with it.
  const folders = prepareFolders(home)
  await untilLeft(folders.data)
  removeStaleLocks(folders)
  await untilFound(folders.data, startPostmaster(folders, findPrograms(folders.account), folders.account))
}

/** What a killed server leaves running ends as soon as it notices; until then no other can start. */
async function untilLeft(data: string): Promise<void> {
  for (let tries = 0; tries < 40 && workersIn(data).length > 0; tries += 1) {
    if (findPostmaster(data) !== undefined) return
    await sleep(25)
  }
}

/** Waits for an answer, starting the server whenever none is there: one that is just stopping has to end first. */
async function waitUntilReady(
  folders: Folders,
  start: () => Promise<void>,
  stopping?: AbortSignal,
): Promise<Postmaster> {
  const deadline = performance.now() + longestStartMs
  let starts = 0
  while (performance.now() < deadline && stopping?.aborted !== true) {
    const postmaster = findPostmaster(folders.data)
    if (postmaster !== undefined && (await answers(postmaster))) return postmaster
    if (postmaster === undefined) {
      if (starts === 10) break
      starts += 1
      await start()
    }
    await sleep(50 * Math.max(1, starts))
  }
  throw new Error(
    `The database does not start. Its log, ${folders.logFile}, ends:\n${lastLines(folders.logFile)}`,
  )
}

/** A server that was just started needs a moment to write its file; one that fails ends and never does. */
async function untilFound(data: string, started?: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 40 && findPostmaster(data) === undefined; tries += 1) {
    if (started !== undefined && hasEnded(started)) return
    await sleep(25)
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function answers(postmaster: Postmaster): Promise<boolean> {
  const client = clientOf(postmaster, 'postgres')
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** The connection that holds the owner's lock. It ends with the server. */
type OwnerLock = Run & { readonly client: pg.Client }

/** The owner's lock, or why there is none. */
async function takeOwnership(postmaster: Postmaster): Promise<OwnerLock | 'owned' | 'server-gone'> {
  const client = clientOf(postmaster, 'postgres')
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  try {
    await client.connect()
    // An owner that was killed a moment ago still has its connection until the server notices.
    for (let tries = 0; tries < 20; tries += 1) {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
        ownerLock,
      ])
      if (rows[0]?.got === true) return { client, ended }
      await sleep(50)
    }
    await client.end()
    return 'owned'
  } catch {
    return 'server-gone'
  }
}

async function makeDatabase(postmaster: Postmaster): Promise<void> {
  const client = clientOf(postmaster, 'postgres')
  await client.connect()
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await client.query(`create database ${databaseName}`)
  await client.end()
}

function ownedServer(
  folders: Folders,
  postmaster: Postmaster,
  first: OwnerLock,
  { home, progress }: EmbeddedOptions,
): EmbeddedServer {
  let lock = first
  const bringBack = async (stopping: AbortSignal): Promise<OwnerLock> => {
    lock = await startAgain(folders, home, stopping)
    return lock
  }
  const keeper = keepRunning(first, { bringBack, progress })
  // However we end, short of `kill -9`, the server is asked to stop.
  const atExit = (): void => {
    const running = findPostmaster(folders.data)
    if (running !== undefined) askToStop(running)
    clearOwner(folders.ownerFile)
  }
  process.once('exit', atExit)
  return {
    connection: connectionTo(postmaster),
    stop: async () => {
      process.off('exit', atExit)
      keeper.stop()
      await stopServerOf(folders.data)
      await keeper.finished
      // One that was just being started again.
      await stopServerOf(folders.data)
      await lock.client.end().catch(() => undefined)
      rmSync(folders.socket, { recursive: true, force: true })
      clearOwner(folders.ownerFile)
    },
  }
}

/** Never makes data again: if they disappear while the program runs, an empty database would only hide it. */
async function startAgain(folders: Folders, home: string, stopping: AbortSignal): Promise<OwnerLock> {
  const postmaster = await waitUntilReady(folders, () => startIn(home), stopping)
  const lock = await takeOwnership(postmaster)
  if (typeof lock === 'object') return lock
  throw new Error('The database runs, and another instance of the program holds it.')
}

async function stopServerOf(data: string): Promise<void> {
  const running = findPostmaster(data)
  if (running !== undefined) await stopPostmaster(running)
}

function connectionTo({ socket }: Postmaster): ServerAddress {
  return { host: socket, user: superuser, database: databaseName }
}

function clientOf({ socket }: Postmaster, database: string): pg.Client {
  const client = new pg.Client({ host: socket, user: superuser, database })
  // The server ends this connection when it stops; that is no fault.
  client.on('error', () => undefined)
  return client
}
