import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { listFindings } from './findings.queries.ts'
import { readFindingsFile } from './findingsFile.ts'
import { importWithin } from './importFindings.ts'

/**
 * Loads the findings and recommendations of the invented inspection, which must be stored already, from
 * `folder`. Findings that are there already are left as they are, so that it may run any number of times.
 * Gives back how many standards it wrote findings for; refuses as `importFindings` does.
 */
export async function loadDemonstrationFindings(
  shell: Shell,
  editions: Editions,
  folder: string,
): Promise<Result<number>> {
  const name = 'made-up-findings.json'
  const read = readFindingsFile(await readFile(join(folder, name)), name)
  if (!read.ok) return read
  const { inspection } = read.value
  return shell.transact(async (tx) => {
    if ((await listFindings(tx, inspection)).length > 0) return done(0)
    const imported = await importWithin(tx, shell, editions, inspection, read.value)
    return imported.ok ? done(imported.value.findings.length) : imported
  })
}
