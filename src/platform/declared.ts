/**
 * The names of permissions and audit actions. The platform knows none of them: rooms add theirs with `declare module`,
 * so that a misspelt one does not compile in a route, an operation, a link or an event.
 */
import type { z } from 'zod'
import type { AuditEntry } from './auditTable.ts'

/** Every permission, by its name. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it
export interface Permissions {}

/** What a person may be allowed to do, `noun.verb`. */
export type Permission = keyof Permissions

/** Every table of audit actions there is, by the name of its room. */
// biome-ignore lint/suspicious/noEmptyInterface: each room adds to it
export interface AuditTables {}

type Tables = AuditTables[keyof AuditTables]
type ActionsOf<Table> = Table extends unknown ? keyof Table & string : never

/** What the audit log can say was done, `noun.verb`. */
export type AuditAction = ActionsOf<Tables>

/** Every audit action there is, which only the entry points join. */
export type AllAuditActions = Readonly<Record<AuditAction, AuditEntry>>

type EntryIn<Table, Action extends string> =
  Table extends Readonly<Record<Action, infer Entry extends AuditEntry>> ? Entry : never

/** What an event of the action says: its name, and values of the shapes that its room declares. */
export type AuditedChange<Action extends AuditAction = AuditAction> = Action extends unknown
  ? {
      readonly action: Action
      readonly before: z.output<EntryIn<Tables, Action>['before']>
      readonly after: z.output<EntryIn<Tables, Action>['after']>
    }
  : never
