/** Judgements files: `[{standard, rating, reason?}]`, and what is declared unrated. They go with an answers file. */
import { z } from 'zod'
import type { Place } from '../../../core/kernel/problem.ts'
import { type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { valueText } from '../../../core/kernel/valueText.ts'
import type { UnratedInput } from '../../../core/ratings/resultsInput.ts'
import { type JudgementInput, type JudgementsInput, partOf } from '../../../core/ratings/resultsInput.ts'
import { readJsonParts } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'
import { problem } from '../problems.ts'

const judgement = z.strictObject({
  standard: z.string(),
  rating: z.string(),
  reason: z.string().nullish(),
  note: z.string().nullish(),
})

const declaration = z.strictObject({
  standard: z.string().nullish(),
  domain: z.string().nullish(),
  unrated: z.strictObject({ reason: z.string().nullish() }),
  note: z.string().nullish(),
})

/** Returns the judgements of a file. Refuses with every fault of form; rules are checked against the edition later. */
export function readJudgementsFile(content: string | Uint8Array, file: string): Result<JudgementsInput> {
  const json = readJsonParts(content, file)
  if (!json.ok) return json
  if (!json.value.isList) {
    const found = valueText(json.value.parts[0]?.value)
    return refuse(problem('json.wrong-type', { wanted: 'a list of judgements', found }, { file }))
  }
  const { parts } = json.value
  const declared = parts.filter(({ value }) => isDeclaration(value))
  const judged = parts.filter(({ value }) => !isDeclaration(value))
  const unrated = declared.map(({ value, place }) => ({
    place,
    parsed: readShape(declaration, value, place),
  }))
  const judgements = judged.map(({ value, place }) => ({ place, parsed: readShape(judgement, value, place) }))
  const problems = [...unrated, ...judgements].flatMap(({ parsed }) => (parsed.ok ? [] : parsed.problems))
  return unlessProblems(problems, () => ({
    judgements: judgements.flatMap(({ parsed, place }) =>
      parsed.ok ? judgementInput(parsed.value, place) : [],
    ),
    unrated: unrated.flatMap(({ parsed, place }) => (parsed.ok ? unratedInput(parsed.value, place) : [])),
  }))
}

function isDeclaration(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'unrated' in value
}

function judgementInput(
  { standard, rating, reason }: z.infer<typeof judgement>,
  place: Place,
): JudgementInput {
  return { standard, rating, reason: reason ?? null, place }
}

function unratedInput(
  { standard, domain, unrated }: z.infer<typeof declaration>,
  place: Place,
): UnratedInput {
  return {
    standard: standard ?? null,
    domain: domain ?? null,
    reason: unrated.reason ?? null,
    place: partOf(place, 'unrated'),
  }
}
