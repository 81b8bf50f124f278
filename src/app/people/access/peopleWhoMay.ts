import { mayDo } from '../../../core/access/mayDo.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Permission } from '../../../platform/declared.ts'
import { findStage, type KnownVisitor, listVisitorsOf } from './rights.queries.ts'

/** Returns the people whose roles allow it in the inspection at its present stage, by name, without closed accounts. */
export async function peopleWhoMay(
  database: Connection,
  permission: Permission,
  inspectionId: string,
): Promise<readonly Pick<KnownVisitor, 'personId' | 'name'>[]> {
  const inspection = { inspectionId, stage: await findStage(database, inspectionId) }
  const visitors = await listVisitorsOf(database, inspectionId)
  return visitors.filter((visitor) => mayDo(visitor, permission, inspection).allowed)
}
