import { sql } from 'kysely'
import type { RightsChange } from '../../../core/access/pastRights.ts'
import { isRoleInInspection } from '../../../core/access/roles.ts'
import { isStage } from '../../../core/kernel/stages.ts'
import type { Connection } from '../../../platform/database/connection.ts'

/** Returns the changes of a person’s roles in an inspection, and of its stage, that the audit log has; the oldest first. */
export async function listRightsChanges(
  database: Connection,
  personId: string,
  inspectionId: string,
): Promise<readonly RightsChange[]> {
  const { rows } = await sql<{ [part in 'given' | 'removed' | 'was' | 'became']: string | null }>`
    select after ->> 'role' as given, before ->> 'role' as removed,
      before ->> 'stage' as was, after ->> 'stage' as became
    from audit_event
    where inspection_id = ${inspectionId}
      and (action = 'inspection.change-stage' or (action = 'inspection.assign' and subject = ${personId}))
    order by audit_event_id`.execute(database)
  return rows.flatMap(({ given, removed, was, became }): readonly RightsChange[] => {
    if (given !== null && isRoleInInspection(given)) return [{ kind: 'given', role: given }]
    if (removed !== null && isRoleInInspection(removed)) return [{ kind: 'removed', role: removed }]
    if (was !== null && isStage(was) && became !== null && isStage(became)) {
      return [{ kind: 'stage', from: was, to: became }]
    }
    return []
  })
}
