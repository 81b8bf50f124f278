import { done, type Result } from '../../../core/kernel/result.ts'
import {
  type CheckedFindings,
  checkFindings,
  type FindingsInput,
} from '../../../core/report/checkFindings.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import { newId } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { savedVersion } from '../recommendations/changeRecommendations.ts'
import { listRecommendations, saveRecommendations } from '../recommendations/recommendations.queries.ts'
import { listFindings, lockInspection, type StoredFindings, saveFindings } from './findings.queries.ts'

type Tools = Pick<Shell, 'actor' | 'now'>

/**
 * Replaces all findings and recommendations of the inspection with those of a file, and returns them. Refuses the whole
 * file with every fault. A standard that is not in the file then has no findings; the audit log keeps what it had.
 */
export async function importFindings(
  shell: Shell,
  editions: Editions,
  inspectionId: string,
  input: FindingsInput,
): Promise<Result<CheckedFindings>> {
  return shell.transact((tx) => importFindingsIn(tx, shell, { editions, inspectionId, input }))
}

type FindingsImport = {
  readonly editions: Editions
  readonly inspectionId: string
  readonly input: FindingsInput
}

/** Does the same inside a transaction that is already open. */
export async function importFindingsIn(
  tx: Tx,
  shell: Tools,
  { editions, inspectionId, input }: FindingsImport,
): Promise<Result<CheckedFindings>> {
  const context = await findWithEdition(tx, editions, inspectionId)
  if (!context.ok) return context
  const checked = checkFindings(context.value.edition, inspectionId, input)
  if (!checked.ok) return checked
  await lockInspection(tx, inspectionId)
  const before = {
    findings: await listFindings(tx, inspectionId),
    recommendations: await listRecommendations(tx, inspectionId),
  }
  await saveAll(tx, shell, { inspectionId, stored: before.findings, imported: checked.value })
  await recordAudit(tx, shell, {
    action: 'inspection.import-findings',
    inspectionId,
    subject: inspectionId,
    before,
    after: checked.value,
    reason: null,
  })
  return done(checked.value)
}

type Replacement = {
  readonly inspectionId: string
  readonly stored: readonly StoredFindings[]
  readonly imported: CheckedFindings
}

async function saveAll(
  tx: Tx,
  shell: Tools,
  { inspectionId, stored, imported: { findings, recommendations } }: Replacement,
): Promise<void> {
  const emptied = stored
    .filter(({ standard }) => findings.every((each) => each.standard !== standard))
    .map(({ standard }) => ({ standard, strengths: [], areasForImprovement: [] }))
  for (const each of [...findings, ...emptied]) {
    const version = (stored.find(({ standard }) => standard === each.standard)?.version ?? 0) + 1
    const saved = { savedAt: shell.now(), savedBy: shell.actor.name }
    await saveFindings(tx, { inspectionId, findings: each, version, ...saved })
  }
  const written = recommendations.map((recommendation) =>
    savedVersion(shell, recommendation, { id: newId(), version: 0 }),
  )
  await saveRecommendations(tx, inspectionId, written)
}
