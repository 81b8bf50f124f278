/** What fieldwork writes to the audit log. */
import { z } from 'zod'
import { caseStatuses } from '../../core/fieldwork/caseProgress.ts'
import { conflictReasons } from '../../core/fieldwork/decideWrite.ts'
import { type ActionKind, type AuditTable, nothing } from '../../platform/auditTable.ts'

const kind: ActionKind = { id: 'case', title: 'Cases', read: 'case.read' }

const progress = z.object({ status: z.enum(caseStatuses), round: z.int() })
const step = { kind, before: progress, after: progress }
const version = z.object({ version: z.int() })
const entryValue = z.object({ value: z.string().nullable(), detail: z.string().nullable().optional() })
const assigned = z.object({ personIds: z.array(z.string()).readonly() })

export const fieldworkAudit = {
  'case.open': {
    title: 'Opened a case',
    kind,
    before: nothing,
    after: assigned.extend({
      caseDomain: z.string(),
      facts: z.array(z.string()).readonly().optional(),
      factsHash: z.string().optional(),
    }),
  },
  'case.withdraw': {
    title: 'Withdrew a case',
    kind,
    before: progress,
    after: progress.partial({ round: true }),
  },
  'case.answer': {
    title: 'Wrote an answer, note or fact',
    kind,
    before: version.nullable(),
    after: version.extend(entryValue.shape),
  },
  'case.keep': {
    title: 'Saved a value that conflicts with the current one',
    kind,
    before: version.nullable(),
    after: entryValue.extend({ keptId: z.string(), because: z.enum(conflictReasons) }),
  },
  'case.decide': {
    title: 'Resolved a conflict between values',
    kind,
    before: version.extend({ keptIds: z.array(z.string()).readonly() }),
    after: version.extend(entryValue.shape),
  },
  'case.hand-in': { title: 'Handed in a case', ...step },
  'case.take-back': { title: 'Took back a case', ...step },
  'case.check': { title: 'Checked a case', ...step },
  'case.return': { title: 'Returned a case with comments', ...step },
  'case.sign': {
    title: 'Signed a case',
    kind,
    before: progress,
    after: progress.extend({ contentHash: z.string().optional() }),
  },
  'case.reopen': { title: 'Reopened a signed case', ...step },
  'case.allocate': {
    title: 'Changed who assesses a case',
    kind,
    before: assigned,
    after: assigned,
  },
  'case.attend': { title: 'Viewed a case', kind, before: nothing, after: nothing },
} satisfies AuditTable<'case'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly fieldworkAudit: typeof fieldworkAudit
  }
}
