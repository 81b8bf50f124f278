/** Storing what was imported: all of it or nothing, never over something that is there unless that was said. */

import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { AuditAction } from '../../../platform/declared.ts'
import type { Shell } from '../../../platform/shell.ts'
import { countBegunCases } from '../../fieldwork/begin/knownCases.queries.ts'
import { replaceAnswers } from '../../fieldwork/case/inspectedCases.queries.ts'
import type { Inspection, InspectionId } from '../../inspections/inspection.ts'
import {
  findSameInspection,
  lockRegister,
  type SameInspection,
  saveInspection,
} from '../../inspections/inspections.queries.ts'
import { lockAllocation } from '../../sampling/allocation/assignments.queries.ts'
import { problem } from '../problems.ts'
import { replaceFigures } from '../ratedInspection.queries.ts'
import type { ImportedInspection, Replacement } from './importedInspection.ts'
import { snapshotOf } from './inspectionSnapshot.ts'

type ImportAction = Extract<AuditAction, `inspection.import-${string}`>

export type SavedInspection = { readonly id: InspectionId; readonly replaced: boolean }

export async function saveImport(
  shell: Shell,
  action: ImportAction,
  imported: readonly ImportedInspection[],
  replacement: Replacement | null,
): Promise<Result<readonly SavedInspection[]>> {
  return shell.transact(async (tx) => {
    await lockRegister(tx)
    const decided = decideImport(imported, await loadSame(tx, imported), replacement)
    if (!decided.ok) return decided
    for (const decision of decided.value) await saveDecision(tx, shell, action, decision, replacement)
    return done(
      decided.value.map((decision) => ({
        id: decision.imported.inspection.id,
        replaced: decision.stored !== null,
      })),
    )
  })
}

async function loadSame(tx: Tx, imported: readonly ImportedInspection[]) {
  const same = new Map<InspectionId, StoredInspection>()
  for (const { inspection } of imported) {
    const found = await findSameInspection(tx, inspection)
    if (found === undefined) continue
    // Fieldwork begins under this lock: it cannot begin while the import goes on.
    await lockAllocation(tx, found.id)
    same.set(inspection.id, { ...found, begunCases: await countBegunCases(tx, found.id) })
  }
  return same
}

type StoredInspection = SameInspection & { readonly begunCases: number }
type Decision = { readonly imported: ImportedInspection; readonly stored: Inspection | null }

/**
 * Which inspections are new and which take the place of a stored one. Refuses what is stored already,
 * unless a replacement was asked for; an inspection's edition is never changed, nor one whose fieldwork has begun.
 */
function decideImport(
  imported: readonly ImportedInspection[],
  stored: ReadonlyMap<InspectionId, StoredInspection>,
  replacement: Replacement | null,
): Result<readonly Decision[]> {
  const problems = imported.flatMap((each, at) => [
    ...twiceProblems(imported, each, at),
    ...storedProblems(each, stored.get(each.inspection.id), replacement),
  ])
  return unlessProblems(problems, () =>
    imported.map((each) => {
      const found = stored.get(each.inspection.id)
      if (found === undefined) return { imported: each, stored: null }
      return {
        imported: { ...each, inspection: { ...each.inspection, id: found.id } },
        stored: found,
      }
    }),
  )
}

function twiceProblems(
  imported: readonly ImportedInspection[],
  { inspection, place }: ImportedInspection,
  at: number,
): readonly Problem[] {
  const isSecond = imported.slice(0, at).some((earlier) => isSameInspection(earlier.inspection, inspection))
  return isSecond ? [problem('inspection.twice-in-file', { inspection: inspection.id }, place)] : []
}

/** The register's own rule: one id, or one service and one month of fieldwork. */
function isSameInspection(one: Inspection, other: Inspection): boolean {
  const month = one.fieldworkStarted?.slice(0, 7)
  const sameMonth = month !== undefined && month === other.fieldworkStarted?.slice(0, 7)
  return one.id === other.id || (one.serviceName === other.serviceName && sameMonth)
}

function storedProblems(
  { inspection, place }: ImportedInspection,
  stored: StoredInspection | undefined,
  replacement: Replacement | null,
): readonly Problem[] {
  if (stored === undefined) return []
  if (stored.isWithdrawn) return [problem('inspection.withdrawn', { inspection: stored.id }, place)]
  const details = { inspection: stored.id, edition: stored.editionId }
  if (stored.editionId !== inspection.editionId) {
    return [problem('inspection.edition-pinned', details, place)]
  }
  if (stored.begunCases > 0) {
    const begun = { inspection: stored.id, count: stored.begunCases }
    return [problem('inspection.fieldwork-begun', begun, place)]
  }
  return replacement === null ? [problem('inspection.exists', { inspection: stored.id }, place)] : []
}

async function saveDecision(
  tx: Tx,
  shell: Shell,
  action: ImportAction,
  { imported, stored }: Decision,
  replacement: Replacement | null,
): Promise<void> {
  const { inspection, figures, answers } = imported
  const before = stored === null ? null : await snapshotOf(tx, stored)
  await saveInspection(tx, inspection, shell.now())
  await replaceFigures(tx, inspection.id, figures)
  await replaceAnswers(tx, shell, inspection.id, answers)
  await recordAudit(tx, shell, {
    action,
    inspectionId: inspection.id,
    subject: inspection.id,
    before,
    after: await snapshotOf(tx, inspection),
    reason: replacement?.reason ?? null,
  })
}
