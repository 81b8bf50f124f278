import { z } from 'zod'
import type { Result } from '../../../core/kernel/result.ts'
import type { FindingsInput } from '../../../core/report/checkFindings.ts'
import { readJsonFile } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'

const text = z.string().trim().min(1)

/** Strict: what a misspelt field contains would be left out, and all that was stored is replaced. */
const findingsFile = z.strictObject({
  inspection: text,
  /** Remarks for people who read the file. They are not stored. */
  madeUp: z.boolean().nullish(),
  summary: z.string().nullish(),
  findings: z
    .array(
      z.strictObject({
        standard: text,
        strengths: z.array(text).default([]),
        areasForImprovement: z.array(text).default([]),
      }),
    )
    .default([]),
  /** They are numbered by their order. */
  recommendations: z
    .array(z.strictObject({ owner: text, text, number: z.int().nullish() }))
    .default([])
    .superRefine((all, context) => {
      for (const [at, { number }] of all.entries()) {
        if (number === undefined || number === null || number === at + 1) continue
        const message = `its place in the list, ${at + 1}`
        context.addIssue({ code: 'custom', path: [at, 'number'], input: number, message })
      }
    }),
})

/** Returns the findings in `content`, a JSON file. Refuses with every fault, each with its line or its path in the file. */
export function readFindingsFile(content: string | Uint8Array, file: string): Result<FindingsInput> {
  const json = readJsonFile(content, file)
  if (!json.ok) return json
  const read = readShape(findingsFile, json.value, { file })
  if (!read.ok) return read
  const { inspection, findings, recommendations } = read.value
  return {
    ok: true,
    value: {
      inspection,
      findings,
      recommendations: recommendations.map(({ number: _, ...recommendation }) => recommendation),
    },
  }
}
