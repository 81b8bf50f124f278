/** Whether the audit log has the shapes that the rooms declare for it. */
import { auditActions } from '../../src/bin/audit.ts'
import type { AuditEntry } from '../../src/platform/auditTable.ts'
import type { Connection } from '../../src/platform/database/connection.ts'

const declared = new Map<string, AuditEntry>(Object.entries(auditActions))
/** Enough for every kind of event that a test writes; only logs made long on purpose have more. */
const mostRead = 2000

/** Throws if an event does not fit the shape that its room declares. Names the actions that were checked. */
export async function checkAuditShapes(database: Connection): Promise<ReadonlySet<string>> {
  const events = await database
    .selectFrom('audit_event')
    .select(['action', 'subject', 'before', 'after'])
    .orderBy('audit_event_id')
    .limit(mostRead)
    .execute()
  const misfits = events.flatMap(({ action, subject, before, after }) => {
    const entry = declared.get(action)
    const faults = [entry?.before.safeParse(before).error, entry?.after.safeParse(after).error]
    return faults.flatMap((fault) => (fault === undefined ? [] : `${action} ${subject}: ${fault.message}`))
  })
  if (misfits.length > 0) throw new Error(`Events do not have their declared shapes:\n${misfits.join('\n')}`)
  return new Set(events.map(({ action }) => action))
}
