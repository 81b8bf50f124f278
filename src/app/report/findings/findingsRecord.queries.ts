/** The events that must have made the findings and recommendations of an inspection. */
import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

const actions = sql`(action in ('inspection.save-findings', 'inspection.import-findings') or action like 'recommendation.%')`

/** Returns the inspections that have findings or recommendations, or events of them. */
export async function listInspectionsWithFindings(database: Connection): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select inspection_id as id from standard_findings
    union select inspection_id from recommendation
    union select inspection_id from audit_event where inspection_id is not null and ${actions}
    order by id`.execute(database)
  return rows.map(({ id }) => id)
}

export type FindingsEvent = {
  readonly action: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
}

/** Returns those events in their order. */
export async function listFindingsEvents(
  database: Connection,
  inspectionId: string,
): Promise<readonly FindingsEvent[]> {
  const { rows } = await sql<FindingsEvent>`
    select action, subject, before, after from audit_event
    where inspection_id = ${inspectionId} and ${actions}
    order by audit_event_id`.execute(database)
  return rows
}
