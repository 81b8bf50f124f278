/** The invented inspection in its fieldwork over a PostgreSQL of its own, which tests kill, fill and start again. */
import { join } from 'node:path'
import type { Editions } from '../../src/app/framework/editions.ts'
import { loadEditions } from '../../src/app/framework/editions.ts'
import { superuser } from '../../src/platform/database/embedded/cluster.ts'
import {
  findPostmaster,
  type Postmaster,
  stopPostmaster,
} from '../../src/platform/database/embedded/postmaster.ts'
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'
import { programRole } from '../../src/platform/database/leastRights.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/openDatabase.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { doneValue } from '../support/results.ts'
import { temporaryHome } from '../support/temporaryHome.ts'
import { copyHome } from './copyHome.ts'
import { removeHome } from './removeHome.ts'
import { killAllWeb } from './webProcess.ts'

export const inspection = 'northmoor-2024-06'
export const keyQuestions = ['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3']

export function caseAddress(caseId: string): string {
  return `/api/v1/inspections/${inspection}/cases/${caseId}`
}

/** The notes of four cases, as the API names them. */
export const notes = ['NM-C01', 'NM-C02', 'NM-C03', 'NM-C04'].flatMap((caseId) =>
  keyQuestions.map((id) => `${caseAddress(caseId)}/notes/${id}`),
)

export type FieldworkBed = {
  readonly folder: string
  readonly editions: Editions
  /** Of the lead, an inspector, an assistant inspector and a local assessor. */
  readonly tokens: readonly string[]
  /** While the database is open here. */
  readonly shell: () => Shell
  /** Opens the database in this process, as owner of its server. */
  open(): Promise<void>
  /** Closes it and ends its server. */
  close(): Promise<void>
  /** The server, no matter who started it. Throws if none runs. */
  readonly postmaster: () => Postmaster
  /** With the rights of the owner of the tables, which the program does not have. */
  readonly owner: () => ServerAddress
  /** The address of the running server for a web process that is to own none. */
  readonly databaseUrl: () => string
  /** Ends everything that was started over it, and removes it. */
  remove(): Promise<void>
}

/** Makes it below `folder`, with its database open. A web process ran there once, so that later ones start quickly. */
export async function makeFieldworkBed(folder = temporaryHome('fieldwork')): Promise<FieldworkBed> {
  const data = join(folder, 'database')
  let opened: OpenDatabase | undefined
  const open = async (): Promise<void> => {
    const place = { databaseUrl: undefined, databaseOwnerUrl: undefined, dataFolder: folder }
    opened = doneValue(await openDatabase(place, { progress: () => undefined, whenOwned: 'refuse' }))
  }
  const close = async (): Promise<void> => {
    await opened?.close()
    opened = undefined
    const left = findPostmaster(data)
    if (left !== undefined) await stopPostmaster(left)
  }
  const postmaster = (): Postmaster => {
    const found = findPostmaster(data)
    if (found === undefined) throw new Error('there is no database server')
    return found
  }
  const owner = (): ServerAddress => ({ host: postmaster().socket, user: superuser, database: 'assay' })
  const databaseUrl = (): string =>
    `postgres://${programRole}@localhost/assay?host=${encodeURIComponent(postmaster().socket)}`
  const shell = (): Shell => {
    if (opened === undefined) throw new Error('the database is not open here')
    return makeShell(opened.database, { name: 'test' })
  }
  const remove = async (): Promise<void> => {
    await killAllWeb()
    await close()
    await removeHome(folder)
  }
  try {
    copyHome(folder)
    await open()
    const editions = doneValue(await loadEditions(join(import.meta.dirname, '../../editions')))
    const tokens = await beginFieldwork(shell())
    return { folder, editions, tokens, shell, open, close, postmaster, owner, databaseUrl, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Returns the tokens of its people. */
async function beginFieldwork(shell: Shell): Promise<readonly string[]> {
  await setStage(shell, inspection, 'fieldwork')
  const tokens = []
  for (const mailbox of ['lead', 'inspector', 'assistant-inspector', 'local-assessor']) {
    tokens.push(await tokenOf(shell, `${mailbox}@northmoor.example`))
  }
  return tokens
}
