/** What the system says about processes, so that a number left in a file is never mistaken for what it once was. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A process for ever: its number is used again, its number with its start is not. */
export type ProcessIdentity = { readonly pid: number; readonly start: string }

/** The process with that number, or undefined if there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // After the name in brackets, which may hold anything: field 3 is the state, field 22 the start since boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
  return { pid, start: `${fields[19]} ${boot}` }
}

/** Whether that very process still runs. */
export function isAlive(process: ProcessIdentity): boolean {
  return identify(process.pid)?.start === process.start
}

/** The words a process was started with; empty if there is none. */
export function commandLine(pid: number): readonly string[] {
  return readOrNothing(`/proc/${pid}/cmdline`)?.split('\0').filter(Boolean) ?? []
}

/** Whether the system still counts that process, even if only because nobody has noticed its end. */
export function isCounted(pid: number): boolean {
  return existsSync(`/proc/${pid}`)
}

/** The processes that work in `folder`, as every process of a PostgreSQL server does in its data folder. */
export function workersIn(folder: string): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => linkOrNothing(`/proc/${pid}/cwd`) === folder).map(Number)
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function linkOrNothing(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
