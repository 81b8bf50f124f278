import type { Stage } from '../../../core/kernel/stages.ts'
import { type AuditEvent, recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import { saveStage } from './rights.queries.ts'

export type RecordedMove = {
  readonly from: Stage
  readonly to: Stage
  readonly reason: string | null
  /** What else the audit log says of the move. */
  readonly details?: Omit<AuditEvent<'inspection.change-stage'>['after'], 'stage'>
}

/** Moves the inspection to a stage and records it. Whether the move is allowed was decided before. */
export async function recordStage(
  tx: Tx,
  shell: Pick<Shell, 'actor' | 'now'>,
  inspectionId: string,
  { from, to, reason, details = {} }: RecordedMove,
): Promise<void> {
  await saveStage(tx, inspectionId, to)
  await recordAudit(tx, shell, {
    action: 'inspection.change-stage',
    inspectionId,
    subject: inspectionId,
    before: { stage: from },
    after: { stage: to, ...details },
    reason,
  })
}
