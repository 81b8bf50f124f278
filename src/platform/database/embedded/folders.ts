/** Where a server keeps its data and its socket. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'

export type Folders = {
  /** PostgreSQL's data; made by initdb. */
  readonly data: string
  /** Holds the socket; only the server's account and root can get in. */
  readonly socket: string
  readonly ownerFile: string
  readonly logFile: string
}

/** For what the server's account could not reach in the clone: a clone below root's private home. */
export const sharedFolder = '/var/lib/assay'

/** The folders of the server whose data are below `home`, which is made if it is not there. */
export function prepareFolders(home: string): Folders & { readonly account: Account } {
  mkdirSync(home, { recursive: true })
  const root = realpathSync(home)
  const data = placeOfData(root)
  const account = accountFor(data)
  return {
    account,
    data,
    socket: socketFolder(root, account),
    ownerFile: join(root, 'database.owner'),
    logFile: join(root, 'database.log'),
  }
}

/** `database` below the home, or below the shared folder with a link in its place where the account cannot enter. */
function placeOfData(root: string): string {
  const data = join(root, 'database')
  if (existsSync(data)) return realpathSync(data)
  if (canEnter(accountFor(data), root)) return data
  const elsewhere = join(sharedFolder, shortHash(root))
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 })
  const link = lstatSync(data, { throwIfNoEntry: false })
  if (link === undefined) symlinkSync(join(elsewhere, 'database'), data)
  return join(elsewhere, 'database')
}

/** Short, because the path of a socket may have 107 bytes at most. Refused if someone else made it first. */
function socketFolder(root: string, account: Account): string {
  const folder = join(tmpdir(), `assay-${shortHash(root)}`)
  if (!existsSync(folder)) makeSocketFolder(folder, account)
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== (account.uid ?? process.getuid?.())) {
    throw new Error(`${folder} belongs to someone else, so the database's socket cannot be there. Remove it.`)
  }
  chmodSync(folder, 0o700)
  return folder
}

/** Made under another name and renamed, so that another start never sees it without its owner. */
function makeSocketFolder(folder: string, { uid, gid }: Account): void {
  const beside = `${folder}.${process.pid}`
  mkdirSync(beside, { mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(beside, uid, gid)
  try {
    renameSync(beside, folder)
  } catch {
    // Another start made it meanwhile, and its server is in it already.
    rmdirSync(beside)
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
