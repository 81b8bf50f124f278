/** What every use-case of case lists starts from: the inspection and the edition it is pinned to. */
import type { Edition } from '../../core/framework/edition.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { type Inspection, inspectionId } from '../inspections/inspection.ts'
import { findInspection } from '../inspections/inspections.queries.ts'
import { problem } from './problems.ts'

export type CaseListContext = { readonly inspection: Inspection; readonly edition: Edition }

export async function caseListContext(
  shell: Pick<Shell, 'database'>,
  editions: Editions,
  id: string,
): Promise<Result<CaseListContext>> {
  const known = inspectionId(id)
  const inspection = known === undefined ? undefined : await findInspection(shell.database, known)
  if (inspection === undefined) return refuse(problem('inspection.not-found', { inspection: id }))
  const edition = editions.get(inspection.editionId)
  if (edition === undefined) {
    const details = { inspection: inspection.id, edition: inspection.editionId }
    return refuse(problem('inspection.edition-missing', details))
  }
  return done({ inspection, edition })
}
