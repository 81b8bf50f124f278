/** The one look-up of an inspection with its edition, from which the pages and use-cases of every area start. */
import type { Edition } from '../../core/framework/edition.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Connection } from '../../platform/database/connection.ts'
import { findKnownInspection } from '../inspections/findKnownInspection.ts'
import type { Inspection } from '../inspections/inspection.ts'
import { problem } from '../inspections/problems.ts'
import type { Editions } from './editions.ts'

export type InspectionWithEdition = { readonly inspection: Inspection; readonly edition: Edition }

/**
 * Returns the inspection `id` and the edition that it is pinned to. Refuses with `inspection.not-found`, also if it was
 * withdrawn, or with `inspection.edition-missing`.
 */
export async function findWithEdition(
  connection: Connection,
  editions: Editions,
  id: string,
): Promise<Result<InspectionWithEdition>> {
  const inspection = await findKnownInspection(connection, id)
  if (!inspection.ok) return inspection
  const edition = pinnedEdition(editions, inspection.value)
  return edition.ok ? done({ inspection: inspection.value, edition: edition.value }) : edition
}

/** Returns the edition that an inspection is pinned to. Refuses with `inspection.edition-missing`. */
export function pinnedEdition(
  editions: Editions,
  { id, editionId }: { readonly id: string; readonly editionId: string },
): Result<Edition> {
  const edition = editions.get(editionId)
  return edition === undefined
    ? refuse(problem('inspection.edition-missing', { inspection: id, edition: editionId }))
    : done(edition)
}
