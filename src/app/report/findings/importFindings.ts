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
 * Puts the findings and recommendations of a file in the place of all that the inspection has, or refuses the
 * whole file. A standard that the file leaves out has no findings afterwards; the audit log keeps what it had.
 */
export async function importFindings(
  shell: Shell,
  editions: Editions,
  inspectionId: string,
  input: FindingsInput,
): Promise<Result<CheckedFindings>> {
  return shell.transact((tx) => importWithin(tx, shell, editions, inspectionId, input))
}

/** As `importFindings`, inside a transaction that is open already. */
export async function importWithin(
  tx: Tx,
  shell: Tools,
  editions: Editions,
  inspectionId: string,
  input: FindingsInput,
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
  await saveAll(tx, shell, inspectionId, before.findings, checked.value)
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

async function saveAll(
  tx: Tx,
  shell: Tools,
  inspectionId: string,
  stored: readonly StoredFindings[],
  { findings, recommendations }: CheckedFindings,
): Promise<void> {
  const emptied = stored
    .filter(({ standard }) => findings.every((one) => one.standard !== standard))
    .map(({ standard }) => ({ standard, strengths: [], areasForImprovement: [] }))
  for (const one of [...findings, ...emptied]) {
    const version = (stored.find(({ standard }) => standard === one.standard)?.version ?? 0) + 1
    const saved = { savedAt: shell.now(), savedBy: shell.actor.name }
    await saveFindings(tx, { inspectionId, findings: one, version, ...saved })
  }
  const written = recommendations.map((words) => savedVersion(shell, words, { id: newId(), version: 0 }))
  await saveRecommendations(tx, inspectionId, written)
}
