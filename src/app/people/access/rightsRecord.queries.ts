/** Compares the stage of each inspection and the roles in it with the events of the audit log: permissions follow from both. */
import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'
import type { RecordCheck, RecordFault } from '../../../platform/recordCheck.ts'

/** The check that the stages and roles are those of the audit log. */
export const rightsRecordCheck: RecordCheck = {
  name: 'stages and roles',
  compare: async (database) => {
    const stages = await compareStages(database)
    const roles = await compareRoles(database)
    return { values: stages.values + roles.values, faults: [...stages.faults, ...roles.faults] }
  },
}

type ComparedRow = { readonly inspectionId: string; readonly subject: string; readonly same: boolean }

/** An inspection has its first stage from its announcement; every other stage comes with its event. */
async function compareStages(database: Connection) {
  const { rows } = await sql<ComparedRow>`
    select inspection_id as "inspectionId", 'the stage' as subject,
      stage is not distinct from coalesce(last.became, 'announced') as same
    from inspection_stage
    left join lateral (
      select after ->> 'stage' as became from audit_event event
      where event.inspection_id = inspection_stage.inspection_id and action = 'inspection.change-stage'
      order by audit_event_id desc limit 1
    ) last on true
    order by inspection_id`.execute(database)
  return compared(rows)
}

/** A person has the roles that were given last and not removed since, and no others. */
async function compareRoles(database: Connection) {
  const { rows } = await sql<ComparedRow>`
    with changes as (
      select distinct on (inspection_id, subject, role) inspection_id, subject as person_id, role, given
      from (
        select inspection_id, subject, coalesce(after ->> 'role', before ->> 'role') as role,
          after ->> 'role' is not null as given, audit_event_id
        from audit_event where action = 'inspection.assign'
      ) event
      order by inspection_id, subject, role, audit_event_id desc
    )
    select inspection_id as "inspectionId", 'the role ' || role || ' of person ' || person_id as subject,
      stored.role is not null and changes.role is not null as same
    from inspection_role stored
    full join (select * from changes where given) changes using (inspection_id, person_id, role)
    order by 1, 2`.execute(database)
  return compared(rows)
}

function compared(rows: readonly ComparedRow[]) {
  const faults: readonly RecordFault[] = rows
    .filter(({ same }) => !same)
    .map(({ inspectionId, subject }) => ({ inspectionId, subject, fault: 'is not what the audit log says' }))
  return { values: rows.length, faults }
}
