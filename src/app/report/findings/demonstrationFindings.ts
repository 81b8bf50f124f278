import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../../core/kernel/result.ts'
import type { CheckedFindings } from '../../../core/report/checkFindings.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { readFindingsFile } from './findingsFile.ts'
import { importWithin } from './importFindings.ts'

type Transaction = Parameters<Parameters<Shell['transact']>[0]>[0]

const file = join(import.meta.dirname, '../../../../demonstration/made-up-findings.json')

/**
 * Loads the findings and recommendations of the invented inspection, which must be stored already. Refuses
 * as `importFindings` does.
 */
export async function loadDemonstrationFindings(
  tx: Transaction,
  shell: Pick<Shell, 'actor' | 'now'>,
  editions: Editions,
): Promise<Result<CheckedFindings>> {
  const read = readFindingsFile(await readFile(file, 'utf8'), 'demonstration/made-up-findings.json')
  if (!read.ok) return read
  return importWithin(tx, shell, editions, read.value.inspection, read.value)
}
