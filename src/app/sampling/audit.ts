/** What the sample writes to the audit log. Cases are named by their pseudonyms. */
import { z } from 'zod'
import { drawMethods } from '../../core/sampling/drawnSample.ts'
import { type ActionKind, type AuditTable, loggedMoment, nothing } from '../../platform/auditTable.ts'

const kind: ActionKind = { id: 'sample', title: 'Sample', read: 'sample.read' }

const plan = z.object({ fieldwork: z.string(), seed: z.string(), seedAgreed: z.string() })
const override = z
  .object({ domain: z.string(), size: z.int(), reason: z.string(), by: z.string() })
  .nullable()
const exclusion = z.object({ caseId: z.string(), reason: z.string(), by: z.string() })
const size = z.object({ domain: z.string(), population: z.int(), calculated: z.int(), size: z.int() })
const sampled = z.object({ sampled: z.string() })

export const samplingAudit = {
  'sample.plan': {
    title: 'Planned the sample',
    kind,
    before: plan.extend({ setAt: loggedMoment, setBy: z.string() }).nullable(),
    after: plan,
  },
  'sample.set-size': {
    title: 'Set the size of the sample',
    kind,
    before: override,
    after: override,
  },
  'sample.exclude': {
    title: 'Excluded a case from the sample, or included it again',
    kind,
    before: exclusion.nullable(),
    after: exclusion.nullable(),
  },
  'sample.draw': {
    title: 'Drew the sample',
    kind,
    before: nothing,
    after: z.object({
      listHash: z.string(),
      seed: z.string(),
      method: z.enum(drawMethods),
      settings: z.object({
        edition: z.string(),
        rules: z.looseObject({}),
        fieldwork: z.string(),
        overrides: z.array(override.unwrap()).readonly(),
        exclusions: z.array(exclusion).readonly(),
      }),
      result: z.array(size).readonly(),
    }),
  },
  'sample.replace': {
    title: 'Replaced a sampled case',
    kind,
    before: sampled,
    after: sampled,
  },
  'sample.top-up': {
    title: 'Topped up the sample',
    kind,
    before: z.object({ version: z.int() }),
    after: z.object({
      version: z.int(),
      added: z.array(z.object({ domain: z.string(), caseIds: z.array(z.string()).readonly() })).readonly(),
      lost: z.array(z.object({ caseId: z.string(), reason: z.string() })).readonly(),
    }),
  },
} satisfies AuditTable<'sample'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly samplingAudit: typeof samplingAudit
  }
}
