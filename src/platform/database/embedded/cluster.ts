/** Makes PostgreSQL's data folder the first time. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { identify, workersIn } from './processes.ts'
import { type Programs, plainEnvironment } from './programs.ts'

export const superuser = 'assay'

/**
 * Makes `data` next to its place and renames it when it is whole, so that a start that is killed leaves nothing that
 * looks like a database. Throws with the program's own words where it cannot be made.
 */
export async function makeCluster(data: string, programs: Programs, account: Account): Promise<void> {
  await removeHalfMade(data)
  const beside = `${data}.making-${process.pid}`
  mkdirSync(beside, { mode: 0o700 })
  if (account.uid !== undefined && account.gid !== undefined) chownSync(beside, account.uid, account.gid)
  const made = spawnSync(
    programs.initdb,
    [
      // Where it works, so that it is found there if we are killed, and makes nothing again once that is removed.
      '--pgdata=.',
      `--username=${superuser}`,
      // Who may reach the socket is decided by its folder, which only this account can enter.
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...account, cwd: beside, encoding: 'utf8', env: plainEnvironment() },
  )
  if (made.status !== 0) {
    rmSync(beside, { recursive: true, force: true })
    throw new Error(`The database could not be made: ${made.error?.message ?? made.stderr}`)
  }
  takePlace(beside, data)
}

function takePlace(beside: string, data: string): void {
  try {
    renameSync(beside, data)
    chmodSync(data, 0o700)
  } catch (error) {
    // Another start made it meanwhile.
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(data)) throw error
  }
}

/** Removes what earlier starts left that were killed in the middle: their initdb may still be at work. */
async function removeHalfMade(data: string): Promise<void> {
  const prefix = `${basename(data)}.making-`
  for (const name of readdirSync(dirname(data)).filter((entry) => entry.startsWith(prefix))) {
    const maker = Number(name.slice(prefix.length))
    // In a container every start has the same number.
    if (maker !== process.pid && identify(maker) !== undefined) continue
    const left = join(dirname(data), name)
    await endWorkersIn(left)
    rmSync(left, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function endWorkersIn(folder: string): Promise<void> {
  for (let pids = workersIn(folder); pids.length > 0; pids = workersIn(folder)) {
    for (const pid of pids) kill(pid)
    await sleep(20)
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
