/** What the import of results and answers writes to the audit log: everything an inspection is rated from. */
import { z } from 'zod'
import type { AuditTable } from '../../platform/auditTable.ts'
import { inspectionActions } from '../people/history/inspectionActions.ts'

const inspection = z.object({
  id: z.string(),
  serviceName: z.string(),
  editionId: z.string(),
  fieldworkStarted: z.string().nullable(),
  published: z.string().nullable(),
  source: z.string().nullable(),
  madeUp: z.boolean(),
  cases: z.array(z.object({ domain: z.string(), inspected: z.int() })).readonly(),
})
const figures = z.object({
  keyQuestions: z.array(z.object({ id: z.string() })).readonly(),
  judgements: z.array(z.object({ standard: z.string() })).readonly(),
  publishedRatings: z.array(z.object({ standard: z.string(), rating: z.string() })).readonly(),
  publishedScore: z.number().nullable(),
  publishedOverall: z.string().nullable(),
})
const snapshot = z.object({
  inspection,
  figures,
  cases: z
    .array(
      z.object({
        caseId: z.string(),
        domain: z.string(),
        answers: z.record(z.string(), z.string()).readonly(),
      }),
    )
    .readonly(),
})
const imported = { kind: inspectionActions, before: snapshot.nullable(), after: snapshot }

export const ratingsAudit = {
  'inspection.import-results': { title: 'Imported results', ...imported },
  'inspection.import-answers': { title: 'Imported answers', ...imported },
} satisfies AuditTable<'inspection'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly ratingsAudit: typeof ratingsAudit
  }
}
