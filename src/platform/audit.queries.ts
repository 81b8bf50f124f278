import type { Insertable } from 'kysely'
import type { AuditAction, AuditedChange } from './auditTable.ts'
import type { Tx } from './database/connection.ts'
import type { Database } from './database/databaseTypes.ts'
import type { Shell } from './shell.ts'

/** What was done to what, and why. */
export type AuditEvent<Action extends AuditAction = AuditAction> = AuditedChange<Action> & {
  readonly inspectionId: string | null
  /** The id of what was changed. */
  readonly subject: string
  readonly reason: string | null
}

/** Writes who did what, in the transaction of the change itself. What is written can never be altered. */
export async function recordAudit(
  tx: Tx,
  shell: Pick<Shell, 'actor' | 'now'>,
  event: AuditEvent,
): Promise<void> {
  await tx.insertInto('audit_event').values(auditRow(shell, event)).execute()
}

export type AuditRow = Insertable<Database['audit_event']>

/** The row of an event, for a statement that stores what it records as well. */
export function auditRow({ actor, now }: Pick<Shell, 'actor' | 'now'>, event: AuditEvent): AuditRow {
  return {
    happened_at: now(),
    actor: actor.name,
    person_id: actor.personId ?? null,
    action: event.action,
    inspection_id: event.inspectionId,
    subject: event.subject,
    before: jsonOrNull(event.before),
    after: jsonOrNull(event.after),
    reason: event.reason,
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
