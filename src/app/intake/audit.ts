/** What announcing inspections and accepting case lists write to the audit log. */
import { z } from 'zod'
import { type ActionKind, type AuditTable, nothing } from '../../platform/auditTable.ts'
import { inspectionActions } from '../people/history/inspectionActions.ts'

const kind: ActionKind = { id: 'case-list', title: 'Case list', read: 'case-list.read' }

const announcement = z.object({
  serviceName: z.string(),
  editionId: z.string(),
  fieldworkStarted: z.string(),
  madeUp: z.boolean(),
})
/** The heading of the column, by field. */
const columns = z.partialRecord(z.string(), z.string())
const warning = z.object({
  code: z.string(),
  domain: z.string().nullable(),
  text: z.string(),
  reason: z.string(),
})

export const intakeAudit = {
  'inspection.announce': {
    title: 'Announced the inspection',
    kind: inspectionActions,
    before: nothing,
    after: announcement,
  },
  'inspection.correct': {
    title: 'Corrected the announcement of the inspection',
    kind: inspectionActions,
    before: announcement,
    after: announcement,
  },
  'inspection.withdraw': {
    title: 'Withdrew the inspection',
    kind: inspectionActions,
    before: announcement,
    after: nothing,
  },
  'case-list.receive': {
    title: 'Uploaded a case list',
    kind,
    before: nothing,
    after: z.object({ sentSha256: z.string(), columnsLeftOut: z.int() }),
  },
  'case-list.map': {
    title: 'Matched the columns of a case list',
    kind,
    before: columns,
    after: columns,
  },
  'case-list.take': {
    title: 'Accepted a case list as the next version',
    kind,
    before: z.object({ version: z.int(), cases: z.int() }).nullable(),
    after: z.object({
      version: z.int(),
      cases: z.int(),
      fileSha256: z.string(),
      warnings: z.array(warning).readonly(),
    }),
  },
  'case-list.give-up': {
    title: 'Deleted an uploaded case list',
    kind,
    before: nothing,
    after: nothing,
  },
} satisfies AuditTable<'inspection' | 'case-list'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly intakeAudit: typeof intakeAudit
  }
}
