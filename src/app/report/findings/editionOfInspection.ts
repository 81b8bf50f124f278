import type { Edition } from '../../../core/framework/edition.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Editions } from '../../framework/editions.ts'
import { type Inspection, inspectionId } from '../../inspections/inspection.ts'
import { findInspection } from '../../inspections/inspections.queries.ts'
import { problem } from '../problems.ts'

/** The inspection of an id. Refuses with `inspection.not-found`. */
export async function findKnownInspection(connection: Connection, id: string): Promise<Result<Inspection>> {
  const known = inspectionId(id)
  const inspection = known === undefined ? undefined : await findInspection(connection, known)
  return inspection === undefined
    ? refuse(problem('inspection.not-found', { inspection: id }))
    : done(inspection)
}

/** The edition that an inspection is pinned to. Refuses as `rateStoredInspection` does. */
export async function findEditionOf(
  connection: Connection,
  editions: Editions,
  id: string,
): Promise<Result<Edition>> {
  const inspection = await findKnownInspection(connection, id)
  if (!inspection.ok) return inspection
  const edition = editions.get(inspection.value.editionId)
  if (edition !== undefined) return done(edition)
  const details = { inspection: id, edition: inspection.value.editionId }
  return refuse(problem('inspection.edition-missing', details))
}
