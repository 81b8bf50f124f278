/** The shape of `made-up-fieldwork.json`: an invented inspection, who assesses its cases, and how far each has come. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { caseSteps } from '../../../core/fieldwork/caseProgress.ts'
import { practiceRatings } from '../../../core/fieldwork/checkEntry.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { assessorRoles } from '../../../core/sampling/allocation/allocation.ts'
import { readJsonFile } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'

/** People are named by their addresses, as in `people.json`. */
const email = z.string()

const keyQuestion = z.strictObject({
  judgement: z.enum(['yes', 'no']).nullable().default(null),
  /** One letter for each prompt in its order: y, n, a for not applicable, - for not answered. */
  prompts: z.string().regex(/^[yna-]*$/),
  /** The reason of each prompt that is not applicable. */
  notApplicable: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  practice: z
    .strictObject({ mark: z.enum(practiceRatings), name: z.string() })
    .nullable()
    .default(null),
})

const workedCase = z.strictObject({
  /** The service's own reference. */
  reference: z.string(),
  assessor: email,
  facts: z.record(z.string(), z.string()),
  /** The text that goes with a fact, if there is one. */
  details: z.record(z.string(), z.string()).default({}),
  keyQuestions: z.record(z.string(), keyQuestion),
  /** Whether everything that is still missing is answered as well, favourably. */
  completed: z.boolean().default(false),
  /** What someone answers who has not seen the present answer. */
  disputed: z.strictObject({ by: email, question: z.string(), answer: z.string() }).nullable().default(null),
  steps: z
    .array(
      z.strictObject({ step: z.enum(caseSteps), by: email, comment: z.string().nullable().default(null) }),
    )
    .default([]),
})

const schema = z.strictObject({
  service: z.string(),
  edition: z.string(),
  /** The Monday on which fieldwork begins. */
  fieldwork: z.string(),
  caseList: z.strictObject({ file: z.string(), sentBy: email }),
  sample: z.strictObject({
    drawnBy: email,
    seed: z.string(),
    seedAgreed: z.string(),
    sizes: z.array(z.strictObject({ cases: z.string(), size: z.int(), reason: z.string() })),
  }),
  allocation: z.strictObject({
    allocatedBy: email,
    reason: z.string(),
    assessors: z.array(
      z.strictObject({ email, role: z.enum(assessorRoles), casesPerDay: z.int(), days: z.array(z.int()) }),
    ),
  }),
  cases: z.array(workedCase),
})

export type FieldworkFile = z.infer<typeof schema>
export type WorkedCase = z.infer<typeof workedCase>
export type WorkedKeyQuestion = z.infer<typeof keyQuestion>

/** Returns the file in `folder`. Refuses one that is not JSON or does not have the shape. */
export async function readFieldworkFile(folder: string): Promise<Result<FieldworkFile>> {
  const name = 'made-up-fieldwork.json'
  const json = readJsonFile(await readFile(join(folder, name)), name)
  return json.ok ? readShape(schema, json.value, { file: name }) : json
}
