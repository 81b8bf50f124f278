/** The shape of an edition file. What it means is checked in the core. */
import { z } from 'zod'
import { answers, denominators } from '../../core/framework/answers.ts'
import { directions, factForms, judgedFrom, roundings, standardRatings, sureness, windowUnits } from '../../core/framework/edition.ts'
import { ruleNames } from '../../core/framework/rules/rules.ts'
import { sampleRoundings } from '../../core/framework/sampleSizeRule.ts'
import { earlierActs, secondPersonSteps } from '../../core/framework/secondPersonRules.ts'
import type { WrittenEdition } from '../../core/framework/edition.ts'

const text = z.string().regex(/\S/)
const id = z.string()
const ids = z.array(id)
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null)

const keyQuestion = z.strictObject({
  id,
  strand: absent(id),
  text,
  guidance: absent(text),
  prompts: z.array(z.strictObject({ letter: id, text })).default([]),
})

const standard = z.strictObject({
  id,
  title: text,
  statement: text,
  judgedFrom: z.enum(judgedFrom),
  keyQuestions: z.array(keyQuestion),
  keyData: z.array(text).default([]),
  sections: z.array(text).default([]),
})

const questions = z.strictObject({
  keyQuestions: z.strictObject({ answers: z.array(z.enum(answers)), denominator: z.enum(denominators) }),
  prompts: z.strictObject({ answers: z.array(z.enum(answers)), denominator: z.enum(denominators) }),
  exceptions: z
    .array(
      z.strictObject({
        question: id,
        answers: absent(z.array(z.enum(answers))),
        denominator: absent(z.enum(denominators)),
      }),
    )
    .default([]),
  notApplicableWhen: z.array(z.strictObject({ fact: id, is: id, reason: text, questions: ids })).default([]),
})

const fact = z.strictObject({
  id,
  form: z.enum(factForms),
  title: text,
  hint: absent(text),
  fromList: absent(z.enum(['rosh', 'safety-wellbeing'])),
  values: ids.default([]),
  detailTitle: absent(text),
  needsDetailFor: absent(id),
  required: z.boolean(),
})

const fieldwork = z.strictObject({
  pullApartAbovePercent: z.number(),
  values: z.array(z.strictObject({ code: id, title: text })),
  factGroups: z.array(z.strictObject({ id, title: text, facts: z.array(fact) })),
})

const range = { rating: id, from: z.number(), to: z.number() }

const rules = z.strictObject({
  rounding: z.enum(roundings),
  bands: z.array(z.strictObject({ ...range, word: absent(text) })),
  standardRating: z.enum(standardRatings),
  scoredStandards: ids,
  resettlement: id.nullable(),
  overall: z.array(z.strictObject({ maximum: z.number(), bands: z.array(z.strictObject(range)) })),
  limitingJudgements: z.array(z.strictObject({ standard: id, rated: id, overallAtMost: id })),
  mayBeUnrated: z.array(z.strictObject({ standards: ids, when: text })),
  professionalJudgement: z.strictObject({
    steps: z.number().nullable(),
    withinPoints: z.number().nullable(),
    directions: z.array(z.enum(directions)),
  }),
})

const sample = z.strictObject({
  windows: z.array(
    z.strictObject({ cases: id, unit: z.enum(windowUnits), earliest: z.number(), latest: z.number() }),
  ),
  shares: z.array(z.strictObject({ cases: id, percent: z.number() })),
  size: z.strictObject({
    confidencePercent: z.number(),
    z: z.number(),
    marginPoints: z.number(),
    proportion: z.number(),
    rounding: z.enum(sampleRoundings),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
  }),
  balancedBy: z.array(text),
  subgroups: z.strictObject({ fewestCases: z.number(), widestMarginPoints: z.number() }),
  replacementReasons: z.array(z.strictObject({ code: id, title: text })),
  disposals: z
    .array(
      z.strictObject({ code: id, title: text, cases: ids, custody: z.boolean(), spellings: z.array(text) }),
    )
    .default([]),
})

export const editionSchema: z.ZodType<WrittenEdition> = z.strictObject({
  id,
  title: text,
  inForceFrom: id,
  wording: z.strictObject({ holder: text, licence: text, url: text }),
  sources: z.array(z.strictObject({ id, title: text, place: text })),
  scale: z.array(z.strictObject({ rating: id, title: text, points: z.number() })),
  strands: z.array(z.strictObject({ id, title: text })),
  domains: z.array(z.strictObject({ id, title: text, cases: absent(id), standards: z.array(standard) })),
  questions,
  fieldwork,
  rules,
  sample,
  secondPersons: z.array(
    z.strictObject({ step: z.enum(secondPersonSteps), otherThan: z.array(z.enum(earlierActs)) }),
  ),
  ruleSources: z.array(
    z.strictObject({ rule: z.enum(ruleNames), sure: z.enum(sureness), sources: ids, note: absent(text) }),
  ),
  notPublished: z.array(z.strictObject({ what: text, consequence: text })),
})
