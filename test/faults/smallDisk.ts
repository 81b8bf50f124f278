/**
 * A small disk that can be filled, for a database. A file system of its own where one may be mounted; elsewhere the
 * server's files are prevented from growing, which is the same fault for it at the same places.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { temporaryHome } from '../support/temporaryHome.ts'

export type SmallDisk = {
  readonly folder: string
  /** True if it is a real file system, whose fullness is ENOSPC; else the limit of a process, which is EFBIG. */
  readonly isReal: boolean
  /** Leaves no room at all. `postmaster` is the database server that is to feel it. */
  fill(postmaster: number): void
  /** Makes room again. */
  free(postmaster: number): void
  remove(): void
}

const megabytes = 160

/** Says which kind it made. Throws, with what to do, where neither can be had. */
export function makeSmallDisk(): SmallDisk {
  const folder = temporaryHome('small-disk')
  const mounting = ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'assay-small-disk', folder]
  const prefix = [[], ['sudo', '-n']].find((before) => runs([...before, ...mounting]))
  if (prefix !== undefined) {
    console.log(`disk full: a real file system of ${megabytes} MB, mounted with "${prefix.join(' ')} mount"`)
    return mountedDisk(folder, prefix)
  }
  if (runs(['prlimit', '--version'])) {
    console.log(
      'disk full: no permission to mount, so the files of the database are prevented from growing (RLIMIT_FSIZE)',
    )
    return limitedDisk(folder)
  }
  rmSync(folder, { recursive: true })
  throw new Error('A full disk cannot be had here: run as root, or install util-linux for prlimit.')
}

function runs(
  [program = '', ...words]: readonly string[],
  account: { readonly uid?: number; readonly gid?: number } = {},
): boolean {
  return spawnSync(program, words, { stdio: 'ignore', ...account }).status === 0
}

function mountedDisk(folder: string, [before, ...words]: readonly string[]): SmallDisk {
  const asRoot = (program: string, ...rest: readonly string[]): void => {
    const [first = program, ...all] =
      before === undefined ? [program, ...rest] : [before, ...words, program, ...rest]
    execFileSync(first, all)
  }
  if (before !== undefined) asRoot('chown', String(process.getuid?.()), folder)
  chmodSync(folder, 0o755)
  const filler = join(folder, 'filler')
  return {
    folder,
    isReal: true,
    fill: () => fillWith(filler),
    free: () => rmSync(filler),
    remove: () => {
      asRoot('umount', folder)
      rmSync(folder, { recursive: true })
    },
  }
}

/** Writes until there is no room for another byte. */
function fillWith(file: string): void {
  const handle = openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        writeSync(handle, Buffer.alloc(size))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        size >>= 1
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** No file of the server may be written beyond its first 64 KB, which its own log reaches at once. */
function limitedDisk(folder: string): SmallDisk {
  const limit = (postmaster: number, size: string): void => {
    // As the server's own account, which needs no right that a container may withhold from its root.
    const { uid, gid } = statSync(`/proc/${postmaster}`)
    const limitOne = (pid: number): boolean =>
      runs(
        ['prlimit', '--pid', String(pid), `--fsize=${size}:`],
        process.getuid?.() === 0 ? { uid, gid } : {},
      )
    const children = childrenOf(postmaster)
    if (!limitOne(postmaster))
      throw new Error('The server’s files cannot be prevented from growing: no permission.')
    children.forEach(limitOne)
  }
  return {
    folder,
    isReal: false,
    fill: (postmaster) => limit(postmaster, '65536'),
    // One that gave up took its limit with it.
    free: (postmaster) => {
      if (existsSync(`/proc/${postmaster}`)) limit(postmaster, 'unlimited')
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    // After the name in brackets: the state, then the parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    // It ended meanwhile.
    return undefined
  }
}
