/** Moving an inspection along its course, and proposing that it be published. */
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { isStage, type Stage, stages } from '../../core/kernel/stages.ts'
import { type Mover, moveStage, nextStage, proposePublication } from '../../core/programme/course.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Shell, withinTransaction } from '../../platform/shell.ts'
import { type RecordedMove, recordStage } from '../people/access/recordStage.ts'
import { findStage, lockInspection } from '../people/access/rights.queries.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { type LoadedStageFacts, loadStageFacts } from './loadStageFacts.ts'
import { problem } from './problems.ts'

export type MoveRequest = {
  readonly stage: string
  /** The stage that the person saw: refused if someone moved the inspection meanwhile. */
  readonly seen: string
  readonly reason: string | null
}

/**
 * Moves an inspection to the next stage or back to the previous one. Refuses as `moveStage` does, and publication
 * without the permission for it. If it is sent twice, it is done once.
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
      return refuse(problem('people.not-allowed', { because: 'Publication needs a separate permission.' }))
    }
    const facts = await loadStageFacts(withinTransaction(shell, tx), sources, inspectionId)
    if (!facts.ok) return facts
    return decideAndRecord(tx, shell, facts.value, { inspectionId, to: stage, reason })
  })
}

function isPublishing(from: Stage, to: Stage): boolean {
  return to === 'published' && nextStage(from) === to
}

async function decideAndRecord(
  tx: Tx,
  shell: Shell,
  facts: LoadedStageFacts,
  { inspectionId, to, reason }: Pick<RecordedMove, 'to' | 'reason'> & { readonly inspectionId: string },
): Promise<Result<null>> {
  const { course } = facts
  const trimmed = reason?.trim() ? reason.trim() : null
  const decided = moveStage(facts, { to, reason: trimmed, by: moverOf(shell) })
  if (!decided.ok) return decided
  const { unsigned } = decided.value
  const details = {
    ...(unsigned.length === 0 ? {} : { unsigned }),
    ...(isPublishing(course.stage, to) ? { proposedBy: course.proposal?.by } : {}),
  }
  await recordStage(tx, shell, inspectionId, { from: course.stage, to, reason: trimmed, details })
  return done(null)
}

/** Returns the person who acts, as a mover. */
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
    const facts = await loadStageFacts(withinTransaction(shell, tx), sources, inspectionId)
    if (!facts.ok) return facts
    const proposed = proposePublication(facts.value, moverOf(shell), shell.now().toISOString())
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
