import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition } from '../../core/framework/edition.ts'
import { type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import { readGivenFile } from '../../platform/readGivenFile.ts'
import { readEdition } from './editionFile.ts'
import { problem } from './problems.ts'

/** The editions by their ids, in the order of their file names. */
export type Editions = ReadonlyMap<string, Edition>

/** Returns the edition in the file at `path`. Refuses with every fault in it. */
export async function loadEditionFile(path: string): Promise<Result<Edition>> {
  const content = await readGivenFile(path)
  return content.ok ? readEdition(content.value, path) : content
}

/** Returns every edition of `folder`. Refuses with every fault in any of them. */
export async function loadEditions(folder: string): Promise<Result<Editions>> {
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return refuse(problem('edition.folder-unreadable', { folder }, { file: folder }))
  const files = names.filter((name) => name.endsWith('.yaml')).toSorted()
  if (files.length === 0) return refuse(problem('edition.none-found', { folder }, { file: folder }))
  const results = await Promise.all(files.map((name) => loadEditionFile(join(folder, name))))
  const editions = results.flatMap((result) => (result.ok ? [result.value] : []))
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => new Map(editions.map((edition) => [edition.id, edition])))
}
