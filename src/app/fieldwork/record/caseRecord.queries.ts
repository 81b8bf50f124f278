/** Everything that is stored of the cases of an inspection, and the events that must have made it. */
import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'
import { kindOf, versionOf } from '../case/case.queries.ts'

/** Returns the ids of the inspections that have cases, or events of cases. */
export async function listInspectionsWithCases(database: Connection): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select inspection_id as id from inspected_case
    union select inspection_id from audit_event where action like 'case.%' and inspection_id is not null
    order by id`.execute(database)
  return rows.map(({ id }) => id)
}

/** Returns every version of every entry, with its case. */
export async function listAllVersions(database: Connection, inspectionId: string) {
  const rows = await database
    .selectFrom('entry_version')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('case_id')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    kind: kindOf(row.kind),
    item: row.item,
    ...versionOf(row),
  }))
}

/** Returns the status of each case that took a step. */
export async function listStates(database: Connection, inspectionId: string) {
  return database
    .selectFrom('case_step')
    .select(['case_id as caseId', 'status', 'round'])
    .distinctOn('case_id')
    .where('inspection_id', '=', inspectionId)
    .orderBy('case_id')
    .orderBy('position', 'desc')
    .execute()
}

/** Returns what was signed of each case, in each round. */
export async function listSignatures(database: Connection, inspectionId: string) {
  return database
    .selectFrom('signed_case')
    .select(['case_id as caseId', 'round', 'content'])
    .where('inspection_id', '=', inspectionId)
    .execute()
}

export type LoggedEvent = {
  readonly action: string
  readonly subject: string
  readonly after: unknown
  readonly actor: string
  readonly personId: string | null
}

/** Returns the events that change what is stored of the cases, in their order. */
export async function listCaseEvents(
  database: Connection,
  inspectionId: string,
): Promise<readonly LoggedEvent[]> {
  return database
    .selectFrom('audit_event')
    .select(['action', 'subject', 'after', 'actor', 'person_id as personId'])
    .where('inspection_id', '=', inspectionId)
    .where((where) =>
      where.or([where('action', 'like', 'case.%'), where('action', 'like', 'inspection.import-%')]),
    )
    .orderBy('audit_event_id')
    .execute()
}
