/** Which instance of the product owns the server: written down by the owner, believed only while it lives. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { identify, isAlive, type ProcessIdentity } from './processes.ts'

const ownerSchema = z.object({ pid: z.number(), start: z.string() })

/** The living owner other than ourselves, or undefined. */
export function livingOwner(ownerFile: string): ProcessIdentity | undefined {
  const owner = readOwner(ownerFile)
  return owner !== undefined && owner.pid !== process.pid && isAlive(owner) ? owner : undefined
}

export function writeOwner(ownerFile: string): void {
  writeFileSync(ownerFile, JSON.stringify(identify(process.pid)))
}

/** Forgets the owner if it is this process. */
export function clearOwner(ownerFile: string): void {
  if (readOwner(ownerFile)?.pid === process.pid) rmSync(ownerFile, { force: true })
}

function readOwner(ownerFile: string): ProcessIdentity | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(readFileSync(ownerFile, 'utf8'))).data
  } catch {
    return undefined
  }
}
