/** The course of an inspection so far, from the audit log. */
import { sql } from 'kysely'
import type { CourseEvent } from '../../core/programme/course.ts'
import type { Connection } from '../../platform/database/connection.ts'
import { peopleAudit } from '../people/audit.ts'
import { programmeAudit } from './audit.ts'

const { after: moved } = peopleAudit['inspection.change-stage']
const { after: proposed } = programmeAudit['inspection.propose-publication']

type EventRow = {
  readonly action: string
  readonly actor: string
  readonly person_id: string | null
  readonly happened_at: Date
  readonly after: unknown
}

/** Returns the moves of an inspection and the proposals to publish it, the earliest first. */
export async function listCourse(
  database: Connection,
  inspectionId: string,
): Promise<readonly CourseEvent[]> {
  const { rows } = await sql<EventRow>`
    select action, actor, person_id, happened_at, after
    from audit_event
    where inspection_id = ${inspectionId}
      and action in ('inspection.change-stage', 'inspection.propose-publication')
    order by audit_event_id`.execute(database)
  return rows.map(eventOf)
}

function eventOf({ action, actor, person_id, happened_at, after }: EventRow): CourseEvent {
  if (action === 'inspection.change-stage') {
    const { stage: to, unsigned = [] } = moved.parse(after)
    return { kind: 'moved', to, unsigned }
  }
  const { report } = proposed.parse(after)
  return { kind: 'proposed', by: { personId: person_id, name: actor }, at: happened_at.toISOString(), report }
}
