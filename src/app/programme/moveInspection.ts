/** Moving an inspection along its course, and proposing that it be published. */
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { isStage, type Stage, stages } from '../../core/kernel/stages.ts'
import { type Mover, moveStage, nextStage, proposePublication } from '../../core/programme/course.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Shell, withinTransaction } from '../../platform/shell.ts'
import { recordStage } from '../people/access/recordStage.ts'
import { findStage, lockInspection } from '../people/access/rights.queries.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { loadStanding } from './loadStanding.ts'
import { problem } from './problems.ts'

export type MoveRequest = {
  readonly stage: string
  /** The stage that the request saw: refused where somebody moved the inspection meanwhile. */
  readonly seen: string
  readonly reason: string | null
}

/**
 * Moves an inspection to the next stage or back to the one before, as `moveStage` decides; publishing is a right of its
 * own. Sent again, it is done once.
 */
export async function moveInspection(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  { stage, seen, reason }: MoveRequest,
): Promise<Result<null>> {
  if (!isStage(stage)) {
    return refuse(problem('people.stage-not-found', { stage, known: stages.join(', ') }, { field: 'stage' }))
  }
  return shell.transact(async (tx) => {
    if (!(await lockInspection(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    const before = await findStage(tx, inspectionId)
    if (before === stage) return done(null)
    if (seen !== before) return refuse(problem('people.stage-changed-meanwhile', {}, { field: 'stage' }))
    if (isPublishing(before, stage) && !(await shell.mayDo('inspection.publish', inspectionId))) {
      return refuse(problem('people.not-allowed', { because: 'publishing is a right of its own' }))
    }
    return decideAndRecord(tx, shell, sources, inspectionId, { stage, reason })
  })
}

function isPublishing(from: Stage, to: Stage): boolean {
  return to === 'published' && nextStage(from) === to
}

async function decideAndRecord(
  tx: Tx,
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  { stage: to, reason }: { readonly stage: Stage; readonly reason: string | null },
): Promise<Result<null>> {
  const standing = await loadStanding(withinTransaction(shell, tx), sources, inspectionId)
  if (!standing.ok) return standing
  const { course } = standing.value
  const words = reason?.trim() ? reason.trim() : null
  const decided = moveStage(standing.value, { to, reason: words, by: moverOf(shell) })
  if (!decided.ok) return decided
  const { unsigned } = decided.value
  const details = {
    ...(unsigned.length === 0 ? {} : { unsigned }),
    ...(isPublishing(course.stage, to) ? { proposedBy: course.proposal?.by } : {}),
  }
  await recordStage(tx, shell, inspectionId, { from: course.stage, to, reason: words, details })
  return done(null)
}

/** Who acts, as a mover. */
export function moverOf({ actor }: Pick<Shell, 'actor'>): Mover {
  return { personId: actor.personId ?? null, name: actor.name }
}

/** Proposes that the report be published as it is now. Refuses as `proposePublication` does. */
export async function proposeStoredPublication(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    if (!(await lockInspection(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    const standing = await loadStanding(withinTransaction(shell, tx), sources, inspectionId)
    if (!standing.ok) return standing
    const proposed = proposePublication(standing.value, moverOf(shell), shell.now().toISOString())
    if (!proposed.ok) return proposed
    await recordAudit(tx, shell, {
      action: 'inspection.propose-publication',
      inspectionId,
      subject: inspectionId,
      before: null,
      after: { report: proposed.value.report },
      reason: null,
    })
    return done(null)
  })
}
