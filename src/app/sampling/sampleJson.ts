/** A sample and its proof as JSON: read from the database and from a file, and checked. */
import { z } from 'zod'
import type { EditionId } from '../../core/framework/edition.ts'
import { sampleRoundings, windowUnits } from '../../core/framework/rules/sampleRules.ts'
import type { CaseDomain } from '../../core/framework/standards.ts'
import { type CalendarDate, parseCalendarDate } from '../../core/kernel/calendarDate.ts'
import type { Result } from '../../core/kernel/result.ts'
import { drawMethods } from '../../core/sampling/drawnSample.ts'
import { exclusionRules } from '../../core/sampling/eligibility.ts'
import { proofFormat, type SampleProof } from '../../core/sampling/proof.ts'
import type { Sample, SampleSettings } from '../../core/sampling/sample.ts'
import { readJsonFile } from '../../platform/readJsonFile.ts'
import { readShape } from '../../platform/readShape.ts'

const count = z.number().int().nonnegative()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const caseDomain = z.string().refine((text): text is CaseDomain => text !== '')
const editionId = z.string().refine((text): text is EditionId => text !== '')
const day = z.string().transform((text, context): CalendarDate => {
  const date = parseCalendarDate(text)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'a day of the calendar, such as 2024-06-30' })
  return z.NEVER
})

const rules = z.strictObject({
  windows: z.array(
    z.strictObject({ cases: caseDomain, unit: z.enum(windowUnits), earliest: count, latest: count }),
  ),
  shares: z.array(z.strictObject({ cases: caseDomain, percent: z.number() })),
  size: z.strictObject({
    confidencePercent: z.number(),
    z: z.number(),
    marginPoints: z.number().positive(),
    proportion: z.number(),
    rounding: z.enum(sampleRoundings),
    minimum: count.nullable(),
    maximum: count.nullable(),
  }),
  balancedBy: z.array(z.string()),
  // Samples drawn before the edition said so were marked by these.
  subgroups: z
    .strictObject({ fewestCases: count, widestMarginPoints: z.number() })
    .default({ fewestCases: 5, widestMarginPoints: 20 }),
})

const sampleSettings: z.ZodType<SampleSettings> = z.strictObject({
  edition: editionId,
  rules,
  fieldwork: day,
  overrides: z.array(z.strictObject({ domain: z.string(), size: count, reason: z.string(), by: z.string() })),
  exclusions: z.array(z.strictObject({ caseId: z.string(), reason: z.string(), by: z.string() })),
})

const working = z.strictObject({
  population: count,
  unlimited: z.number(),
  corrected: z.number(),
  rounded: count,
  size: count,
})

const domainSize = z.strictObject({
  domain: caseDomain,
  population: count,
  working,
  sharePercent: z.number().nullable(),
  calculated: count,
  override: z.strictObject({ size: count, reason: z.string(), by: z.string() }).nullable(),
  size: count,
  allTaken: z.boolean(),
})

const casesOfDomain = z.array(z.strictObject({ domain: caseDomain, caseIds: z.array(z.string()) }))

const sampleResult = z.strictObject({
  windows: z.array(z.strictObject({ domain: caseDomain, from: day, to: day })),
  eligible: count,
  excluded: z.array(
    z.strictObject({
      caseId: z.string(),
      domain: caseDomain,
      rule: z.enum(exclusionRules),
      reason: z.string(),
    }),
  ),
  sizes: z.array(domainSize),
  sampled: casesOfDomain,
  reserves: casesOfDomain,
  balance: z.array(
    z.strictObject({
      domain: caseDomain,
      variable: z.string(),
      level: z.string(),
      eligible: count,
      sampled: count,
      expected: z.number(),
      deviation: z.number(),
      marginPoints: z.number().nullable(),
      tooSmall: z.boolean(),
    }),
  ),
})

const sample = {
  listHash: digest,
  seed: z.string(),
  method: z.enum(drawMethods),
  settings: sampleSettings,
  result: sampleResult,
}

export const storedSample: z.ZodType<Sample> = z.strictObject(sample)
const proofSchema: z.ZodType<SampleProof> = z.strictObject({ format: z.literal(proofFormat), ...sample })

/** Returns the proof in the content of a file. Refuses with everything that is not as a proof has it. */
export function readProof(content: string | Uint8Array, file: string): Result<SampleProof> {
  const json = readJsonFile(content, file)
  return json.ok ? readShape(proofSchema, json.value, { file }) : json
}

/** Returns the content of the file of a proof. */
export function proofText(proof: SampleProof): string {
  return `${JSON.stringify(proof, null, 2)}\n`
}
