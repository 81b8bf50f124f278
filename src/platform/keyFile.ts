/** The file of the keys that seal what the server has to read again. It is outside the database. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { done, type Result, refuse } from '../core/kernel/result.ts'
import { problem } from './problems.ts'

/** `id` is stored with what the key sealed. */
export type SealingKey = { readonly id: string; readonly key: Uint8Array }

/** The first key seals; each opens what it sealed, so that a new one can be put before the old. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]]

const heading = `# The keys that seal the keys of authenticator apps; the first one seals, every one opens. Keep a copy of this
# file, away from the copies of the database. docs/how-to/keep-the-keys.md tells how to change them.
`
const line = /^([0-9a-f]{8}) ([\w-]{43})$/

/**
 * The keys in `file`. If there is none, a first key is made, unless `isNeeded` says that something was sealed
 * before: then a new key would open nothing. Refuses a file that others may read, or that is not one of keys.
 */
export function openKeyFile(file: string, isNeeded: boolean): Result<SealingKeys> {
  const text = readText(file)
  if (text === undefined) {
    if (isNeeded) return refuse(problem('keys.missing', { file }))
    return openMade(file)
  }
  const isOpenToOthers = (statSync(file).mode & 0o007) !== 0
  return isOpenToOthers ? refuse(problem('keys.open-to-others', { file })) : readKeys(text, file)
}

/** A key of 256 random bits as a line of the file. */
export function newKeyLine(): string {
  return `${randomBytes(4).toString('hex')} ${randomBytes(32).toString('base64url')}`
}

function readKeys(text: string, file: string): Result<SealingKeys> {
  const lines = text.split('\n').map((one) => one.trim())
  const written = lines.filter((one) => one !== '' && !one.startsWith('#'))
  const [first, ...others] = written.flatMap((one): SealingKey[] => {
    const [, id, key] = line.exec(one) ?? []
    return id === undefined || key === undefined ? [] : [{ id, key: Buffer.from(key, 'base64url') }]
  })
  const isWhole = others.length + 1 === written.length
  return first === undefined || !isWhole
    ? refuse(problem('keys.malformed', { file }))
    : done([first, ...others])
}

/** Two servers that start at once make one file: the later reads what the earlier wrote. */
function openMade(file: string): Result<SealingKeys> {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `${heading}${newKeyLine()}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  return readKeys(readText(file) ?? '', file)
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
