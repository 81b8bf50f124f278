/** What the allocation and the timetable write to the audit log. */
import { z } from 'zod'
import {
  assessorRoles,
  assignmentOrigins,
  conflictKinds,
} from '../../../core/sampling/allocation/allocation.ts'
import { type ActionKind, type AuditTable, loggedMoment, nothing } from '../../../platform/auditTable.ts'

const kind: ActionKind = { id: 'allocation', title: 'Allocation and timetable', read: 'allocation.read' }

const assessor = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(assessorRoles),
  ownServiceId: z.string().nullable(),
  casesPerDay: z.number(),
  days: z.array(z.int()).readonly(),
  version: z.int(),
  personId: z.string().nullable().optional(),
})
const declared = z.object({
  assessor: z.string(),
  kind: z.enum(conflictKinds),
  about: z.string().nullable(),
  reason: z.string(),
  conflictId: z.int(),
  declaredAt: loggedMoment,
  declaredBy: z.string(),
})
const withdrawn = z.object({ at: loggedMoment, by: z.string(), reason: z.string() })
const weights = z.object({
  custody: z.int(),
  highRosh: z.int(),
  veryHighRosh: z.int(),
  highSafety: z.int(),
  veryHighSafety: z.int(),
})
const settings = z.object({ fieldwork: z.looseObject({}), weights, seed: z.string(), version: z.int() })
const assignment = z.object({
  pseudonym: z.string(),
  assessor: z.string(),
  origin: z.enum(assignmentOrigins),
  version: z.int(),
  reason: z.string().nullable(),
  assignedAt: loggedMoment,
  assignedBy: z.string(),
})
const share = z.object({ assessor: z.string(), capacity: z.number(), cases: z.int() })
const caseManagers = z
  .array(z.object({ pseudonym: z.string(), caseManager: z.string().nullable() }))
  .readonly()
const timetable = z.object({
  version: z.int(),
  madeAt: loggedMoment,
  madeBy: z.string(),
  unplaced: z.array(z.object({ pseudonym: z.string(), reason: z.string() })).readonly(),
  slots: z
    .array(
      z.object({
        pseudonym: z.string(),
        kind: z.enum(['reading', 'interview']),
        part: z.int(),
        assessor: z.string(),
        caseManager: z.string().nullable(),
        day: z.string(),
        from: z.int(),
        to: z.int(),
      }),
    )
    .readonly(),
})

export const allocationAudit = {
  'allocation.save-person': {
    title: 'Changed who assesses cases',
    kind,
    before: assessor.nullable(),
    after: assessor,
  },
  'allocation.declare-conflict': {
    title: 'Declared a conflict of interest',
    kind,
    before: nothing,
    after: declared,
  },
  'allocation.withdraw-conflict': {
    title: 'Withdrew a conflict of interest',
    kind,
    before: declared,
    after: declared.extend({ withdrawn }),
  },
  'allocation.save-settings': {
    title: 'Changed the settings of the allocation',
    kind,
    before: settings,
    after: settings,
  },
  'allocation.propose': {
    title: 'Allocated the cases as proposed',
    kind,
    before: z.array(assignment.pick({ pseudonym: true, assessor: true })).readonly(),
    after: z.object({
      weights,
      seed: z.string(),
      shares: z.array(share).readonly(),
      changed: z.array(assignment).readonly(),
    }),
  },
  'allocation.change-case': {
    title: 'Allocated a case by hand',
    kind,
    before: assignment.nullable(),
    after: assignment,
  },
  'allocation.begin-case': {
    title: 'Recorded that a case has begun',
    kind,
    before: assignment,
    after: assignment,
  },
  'allocation.name-case-managers': {
    title: 'Named case managers',
    kind,
    before: caseManagers,
    after: caseManagers,
  },
  'allocation.make-timetable': {
    title: 'Made the timetable',
    kind,
    before: timetable.nullable(),
    after: timetable,
  },
} satisfies AuditTable<'allocation'>

declare module '../../../platform/auditTable.ts' {
  interface AuditTables {
    readonly allocationAudit: typeof allocationAudit
  }
}
