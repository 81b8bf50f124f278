import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import { type Inspection, type InspectionId, inspectionIdFor } from './inspection.ts'
import { findSameInspection, lockRegister, saveInspection } from './inspections.queries.ts'

export type NewInspection = Pick<Inspection, 'serviceName' | 'editionId' | 'madeUp'> & {
  /** ISO month or day. */
  readonly fieldworkStarted: string
}

/** Puts an inspection of which nothing is known yet on the register. Refuses with `inspection.exists`. */
export async function registerInspection(shell: Shell, said: NewInspection): Promise<Result<InspectionId>> {
  const id = inspectionIdFor(said.serviceName, said.fieldworkStarted)
  const inspection: Inspection = { ...said, id, published: null, source: null, cases: [] }
  return shell.transact(async (tx) => {
    await lockRegister(tx)
    const stored = await findSameInspection(tx, inspection)
    if (stored !== undefined) return refuse(problem('inspection.exists', { inspection: stored.id }))
    await saveInspection(tx, inspection, shell.now())
    await recordAudit(tx, shell, {
      action: 'inspection.register',
      inspectionId: id,
      subject: id,
      before: null,
      after: inspection,
      reason: null,
    })
    return done(id)
  })
}
