/** Storing what was imported: all of it or nothing, and nothing is replaced unless that was asked for. */
import { countOf } from '../../../core/kernel/countOf.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
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
import type { ratingsAudit } from '../audit.ts'
import { problem } from '../problems.ts'
import { replaceFigures } from '../ratedInspection.queries.ts'
import type { ImportedInspection, Replacement } from './importedInspection.ts'
import { snapshotOf } from './inspectionSnapshot.ts'

type ImportAction = keyof typeof ratingsAudit

export type SavedInspection = { readonly id: InspectionId; readonly replaced: boolean }

/**
 * Stores the imported inspections, each with an event in the audit log. Refuses all of them if one is twice in the file,
 * exists already and no replacement was asked for, or cannot be replaced.
 */
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
    const reason = replacement?.reason ?? null
    for (const decision of decided.value) await saveDecision(tx, shell, { action, reason, ...decision })
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
    const stored = await findSameInspection(tx, inspection)
    if (stored === undefined) continue
    // Fieldwork begins under this lock: it cannot begin while the import goes on.
    await lockAllocation(tx, stored.id)
    same.set(inspection.id, { ...stored, begunCases: await countBegunCases(tx, stored.id) })
  }
  return same
}

type StoredInspection = SameInspection & { readonly begunCases: number }
type SavedDecision = Decision & { readonly action: ImportAction; readonly reason: string | null }
type Decision = { readonly imported: ImportedInspection; readonly stored: Inspection | null }

/**
 * Which inspections are new and which replace a stored one. Refuses what is stored already, unless a replacement was
 * asked for. The edition of an inspection never changes, and an inspection whose fieldwork has begun is never replaced.
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
      const same = stored.get(each.inspection.id)
      if (same === undefined) return { imported: each, stored: null }
      return {
        imported: { ...each, inspection: { ...each.inspection, id: same.id } },
        stored: same,
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

/** The rule of the register: the same id, or the same service and month of fieldwork. */
function isSameInspection(first: Inspection, second: Inspection): boolean {
  const month = first.fieldworkStarted?.slice(0, 7)
  const sameMonth = month !== undefined && month === second.fieldworkStarted?.slice(0, 7)
  return first.id === second.id || (first.serviceName === second.serviceName && sameMonth)
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
    const begun = { inspection: stored.id, cases: countOf(stored.begunCases, 'case') }
    return [problem('inspection.fieldwork-begun', begun, place)]
  }
  return replacement === null ? [problem('inspection.exists', { inspection: stored.id }, place)] : []
}

async function saveDecision(
  tx: Tx,
  shell: Shell,
  { action, reason, imported, stored }: SavedDecision,
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
    reason,
  })
}
