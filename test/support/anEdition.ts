/** A real edition, read from its file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEdition } from '../../src/app/framework/editionFile.ts'
import type { Edition } from '../../src/core/framework/edition.ts'

export function anEdition(id: string): Edition {
  const file = join(import.meta.dirname, `../../editions/${id}.yaml`)
  const result = readEdition(readFileSync(file), file)
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '))
  return result.value
}
