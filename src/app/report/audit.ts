/** What findings and recommendations write to the audit log. */
import { z } from 'zod'
import { type AuditTable, loggedMoment, nothing } from '../../platform/auditTable.ts'
import { inspectionActions as kind } from '../people/history/inspectionActions.ts'

const saved = { version: z.int(), savedAt: loggedMoment, savedBy: z.string() }
const texts = z.array(z.string()).readonly()
/** What is written of one standard. */
export const finding = z.object({ standard: z.string(), strengths: texts, areasForImprovement: texts })
const storedFinding = finding.extend(saved)
/** What is written of one recommendation. */
export const recommendation = z.object({ owner: z.string(), text: z.string() })
const storedRecommendation = recommendation.extend({ id: z.string(), ...saved })
const order = z.object({ order: z.array(z.string()).readonly() })

export const reportAudit = {
  'inspection.import-findings': {
    title: 'Imported findings',
    kind,
    before: z.object({
      findings: z.array(storedFinding).readonly(),
      recommendations: z.array(storedRecommendation).readonly(),
    }),
    after: z.object({
      findings: z.array(finding).readonly(),
      recommendations: z.array(recommendation).readonly(),
    }),
  },
  'inspection.save-findings': {
    title: 'Wrote findings',
    kind,
    before: storedFinding.nullable(),
    after: storedFinding,
  },
  'recommendation.add': {
    title: 'Added a recommendation',
    kind,
    before: nothing,
    after: storedRecommendation,
  },
  'recommendation.change': {
    title: 'Changed a recommendation',
    kind,
    before: storedRecommendation,
    after: storedRecommendation,
  },
  'recommendation.move': { title: 'Moved a recommendation', kind, before: order, after: order },
  'recommendation.remove': {
    title: 'Removed a recommendation',
    kind,
    before: storedRecommendation,
    after: nothing,
  },
} satisfies AuditTable<'inspection' | 'recommendation'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly reportAudit: typeof reportAudit
  }
}
