/** An invented edition of a shape that no real one has, so that tests show what comes from the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readEdition } from '../../src/app/framework/editionFile.ts'
import type { Edition } from '../../src/core/framework/edition.ts'

export const inventedEditionFolder = join(import.meta.dirname, 'inventedEdition')
export const inventedEditionFile = join(inventedEditionFolder, 'invented-2030.yaml')

export function inventedEdition(): Edition {
  const result = readEdition(readFileSync(inventedEditionFile), inventedEditionFile)
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '))
  return result.value
}

/** The file's content as plain data, for tests that spoil it. */
export function inventedEditionValue(): unknown {
  return parse(readFileSync(inventedEditionFile, 'utf8'))
}
