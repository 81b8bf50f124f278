import { sql } from 'kysely'
import type { RightsChange } from '../../../core/access/pastRights.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { peopleAudit } from '../audit.ts'

/** Returns the changes of a person’s roles in an inspection, and of its stage, that the audit log has; the oldest first. */
export async function listRightsChanges(
  database: Connection,
  personId: string,
  inspectionId: string,
): Promise<readonly RightsChange[]> {
  const { rows } = await sql<LoggedChange>`
    select action, before, after
    from audit_event
    where inspection_id = ${inspectionId}
      and (action = 'inspection.change-stage' or (action = 'inspection.assign' and subject = ${personId}))
    order by audit_event_id`.execute(database)
  return rows.flatMap(rightsChange)
}

type LoggedChange = {
  readonly action: 'inspection.change-stage' | 'inspection.assign'
  readonly before: unknown
  readonly after: unknown
}

const { 'inspection.change-stage': move, 'inspection.assign': assignment } = peopleAudit

/** A role or a stage that there is no longer changes nothing. */
function rightsChange({ action, before, after }: LoggedChange): readonly RightsChange[] {
  if (action === 'inspection.change-stage') {
    const from = move.before.safeParse(before).data
    const to = move.after.safeParse(after).data
    return from && to ? [{ kind: 'stage', from: from.stage, to: to.stage }] : []
  }
  const given = assignment.after.safeParse(after).data
  if (given) return [{ kind: 'given', role: given.role }]
  const removed = assignment.before.safeParse(before).data
  return removed ? [{ kind: 'removed', role: removed.role }] : []
}
