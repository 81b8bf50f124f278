import type { FieldworkUnderWay } from '../../core/ratings/fieldworkUnderWay.ts'
import type { Shell } from '../../platform/shell.ts'
import { listCases } from '../fieldwork/caseList.queries.ts'
import type { InspectionId } from '../inspections/inspection.ts'
import { findStage } from '../people/rights.queries.ts'

/** How far the cases of an inspection in fieldwork are; null in every other stage, and where it has no cases yet. */
export async function findUnderWay(
  { database }: Pick<Shell, 'database'>,
  id: InspectionId,
): Promise<FieldworkUnderWay | null> {
  if ((await findStage(database, id)) !== 'fieldwork') return null
  const cases = await listCases(database, id)
  if (cases.length === 0) return null
  const signed = cases.filter(({ progress }) => progress.status === 'signed').length
  return { signed, inspected: cases.length }
}
