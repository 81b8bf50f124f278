/** How a room declares what it writes to the audit log. The platform knows no action of any room. */
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
