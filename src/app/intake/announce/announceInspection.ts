/** The first step of an inspection: it is added to the register, with nothing in it yet. */
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { type InspectionId, inspectionIdFor } from '../../inspections/inspection.ts'
import {
  findSameInspection,
  freeInspectionId,
  lockRegister,
  saveInspection,
} from '../../inspections/inspections.queries.ts'
import type { WhichInspection } from '../../inspections/whichInspection.form.ts'
import { saveStage } from '../../people/access/rights.queries.ts'
import { problem } from '../problems.ts'

export type Announcement = WhichInspection & { readonly madeUp: boolean }

/** Returns the id of the new inspection. Refuses an unknown edition, and an inspection of the same service in the same month. */
export async function announceInspection(
  shell: Shell,
  editions: Editions,
  { serviceName, editionId, fieldworkStarted, madeUp }: Announcement,
): Promise<Result<InspectionId>> {
  if (!editions.has(editionId)) {
    return refuse(problem('inspection.edition-not-chosen', {}, { field: 'edition' }))
  }
  const nothingYet = { published: null, source: null, cases: [] }
  const wanted = inspectionIdFor(serviceName, fieldworkStarted)
  return shell.transact(async (tx) => {
    await lockRegister(tx)
    const same = await findSameInspection(tx, { id: wanted, serviceName, fieldworkStarted })
    if (same !== undefined && !same.isWithdrawn) {
      return refuse(problem('inspection.announced-already', { inspection: same.id }, { field: 'service' }))
    }
    const id = await freeInspectionId(tx, wanted)
    const inspection = { id, serviceName, editionId, fieldworkStarted, madeUp, ...nothingYet }
    await saveInspection(tx, inspection, shell.now())
    await saveStage(tx, id, 'announced')
    await recordAudit(tx, shell, {
      action: 'inspection.announce',
      inspectionId: id,
      subject: id,
      before: null,
      after: { serviceName, editionId, fieldworkStarted, madeUp },
      reason: null,
    })
    return done(id)
  })
}
