/**
 * How a room declares what it writes to the audit log. The platform knows no action of any room: rooms add theirs with
 * `declare module`, so that a misspelt one, or a value of another shape, does not compile in a route or an event.
 */
import { z } from 'zod'
import type { Permission } from './declared.ts'

/** A kind of action, by which people filter a history. */
export type ActionKind = {
  /** As the address of a page names it. */
  readonly id: string
  readonly title: string
  /** People with this permission also read why it was done, and to what exactly; null if everyone here does. */
  readonly read: Permission | null
}

export type AuditEntry = {
  /** What was done, as a history says it. */
  readonly title: string
  readonly kind: ActionKind
  /** The shape of what the event says it was before, and after. What later versions add to a shape is optional. */
  readonly before: z.ZodType
  readonly after: z.ZodType
  /** Names that the action had before, which stay in the audit log. */
  readonly formerly?: readonly string[]
}

/** The audit actions of one room by their names, `noun.verb`. Other nouns than the room's own do not compile. */
export type AuditTable<Noun extends string = string> = Readonly<Record<`${Noun}.${string}`, AuditEntry>>

/** The shape of an event that says nothing of before, or of after. */
export const nothing = z.null()

/** The shape of a moment: a `Date` when it is written, and an ISO instant in the log. */
export const loggedMoment = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (moment) => moment.toISOString(),
})

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
