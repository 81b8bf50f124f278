import type { FieldworkUnderWay } from '../../core/ratings/fieldworkUnderWay.ts'
import type { Shell } from '../../platform/shell.ts'
import { listCases } from '../fieldwork/cases-page/caseList.queries.ts'
import type { InspectionId } from '../inspections/inspection.ts'
import { findStage } from '../people/access/rights.queries.ts'

/**
 * Returns how many cases of an inspection in fieldwork are signed; null in every other stage, and once all are signed.
 */
export async function findUnderWay(
  { database }: Pick<Shell, 'database'>,
  id: InspectionId,
): Promise<FieldworkUnderWay | null> {
  if ((await findStage(database, id)) !== 'fieldwork') return null
  const cases = await listCases(database, id)
  const signed = cases.filter(({ progress }) => progress.status === 'signed').length
  return signed === cases.length ? null : { signed, inspected: cases.length }
}
