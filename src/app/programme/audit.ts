/** What the course of inspections writes to the audit log; a move to another stage is declared by `people`. */
import { z } from 'zod'
import { type AuditTable, nothing } from '../../platform/auditTable.ts'
import { inspectionActions } from '../people/history/inspectionActions.ts'

export const programmeAudit = {
  'inspection.propose-publication': {
    title: 'Proposed to publish the inspection',
    kind: inspectionActions,
    before: nothing,
    /** A hash of the report that is proposed. */
    after: z.object({ report: z.string() }),
  },
} satisfies AuditTable<'inspection'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly programmeAudit: typeof programmeAudit
  }
}
