import { done, type Result, refuse } from '../../core/kernel/result.ts'
import type { Connection } from '../../platform/database/connection.ts'
import { type Inspection, inspectionId } from './inspection.ts'
import { findInspection } from './inspections.queries.ts'
import { problem } from './problems.ts'

/** Returns the inspection with the id `text`. Refuses with `inspection.not-found`, also if it was withdrawn. */
export async function findKnownInspection(connection: Connection, text: string): Promise<Result<Inspection>> {
  const id = inspectionId(text)
  const inspection = id === undefined ? undefined : await findInspection(connection, id)
  return inspection === undefined
    ? refuse(problem('inspection.not-found', { inspection: text }))
    : done(inspection)
}
