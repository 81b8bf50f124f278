import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { listFindings } from './findings.queries.ts'
import { readFindingsFile } from './findingsFile.ts'
import { importFindingsIn } from './importFindings.ts'

/**
 * Stores the findings and recommendations of the invented inspection from `folder`, and returns for how many standards.
 * The inspection must be stored already; if it has findings, they stay as they are, so this can run any number of times.
 * Refuses as `importFindings` does.
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
    const imported = await importFindingsIn(tx, shell, {
      editions,
      inspectionId: inspection,
      input: read.value,
    })
    return imported.ok ? done(imported.value.findings.length) : imported
  })
}
