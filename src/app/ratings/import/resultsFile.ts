/** Results files (`docs/reference/results-format.md`): one inspection, or a list of them. */
import { z } from 'zod'
import type { Place } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { partOf, type ResultsInput, type StandardInput } from '../../../core/ratings/resultsInput.ts'
import { readJsonParts } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'
import { problem } from '../problems.ts'

const unrated = z.strictObject({ reason: z.string().nullish() })

const keyQuestion = z.strictObject({
  keyQuestion: z.string(),
  percentYes: z.number().nullish(),
  yes: z.number().nullish(),
  of: z.number().nullish(),
  note: z.string().nullish(),
})

/** Strict: a misspelt field inside a standard would silently change a rating. */
const standard = z.strictObject({
  standard: z.string(),
  rating: z.string().nullish(),
  keyQuestions: z.array(keyQuestion).nullish(),
  professionalJudgement: z.strictObject({ rating: z.string(), reason: z.string().nullish() }).nullish(),
  unrated: unrated.nullish(),
  note: z.string().nullish(),
})

const unratedEntry = z.strictObject({
  standard: z.string().nullish(),
  domain: z.string().nullish(),
  reason: z.string().nullish(),
})

/** What a file may also have: read by `registerEntry.ts`, or remarks that are not read. */
const alsoAllowed = {
  published: z.unknown().optional(),
  fieldworkStarted: z.unknown().optional(),
  cases: z.unknown().optional(),
  source: z.unknown().optional(),
  attribution: z.unknown().optional(),
  report: z.unknown().optional(),
  note: z.unknown().optional(),
  notes: z.unknown().optional(),
  scoreNote: z.unknown().optional(),
  overallNote: z.unknown().optional(),
}

/** Strict: under a misspelt name a declaration as unrated would be lost. */
const results = z.strictObject({
  ...alsoAllowed,
  service: z.string(),
  edition: z.string(),
  standards: z.array(standard),
  unrated: z.array(unratedEntry).nullish(),
  score: z.number().nullish(),
  overall: z.string().nullish(),
})

export type ResultsFile = { readonly isList: boolean; readonly inspections: readonly ResultsInput[] }

/** Returns the inspections of a results file. Refuses with every fault of form; rules are checked against the edition later. */
export function readResultsFile(content: string | Uint8Array, file: string): Result<ResultsInput[]> {
  const read = readResults(content, file)
  return read.ok ? done([...read.value.inspections]) : read
}

/** Returns the same, and whether the file is a list, so that the answer can have the same shape. */
export function readResults(content: string | Uint8Array, file: string): Result<ResultsFile> {
  const json = readJsonParts(content, file)
  if (!json.ok) return json
  const { isList, parts } = json.value
  if (parts.length === 0) return refuse(problem('file.empty', { file }, { file }))
  const read = parts.map(({ value, place }) => ({ place, parsed: readShape(results, value, place) }))
  const problems = read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.problems))
  return unlessProblems(problems, () => ({
    isList,
    inspections: read.flatMap(({ parsed, place }) => (parsed.ok ? resultsInput(parsed.value, place) : [])),
  }))
}

function resultsInput(parsed: z.infer<typeof results>, place: Place): ResultsInput {
  return {
    service: parsed.service,
    edition: parsed.edition,
    standards: parsed.standards.map((each, at) => standardInput(each, partOf(place, `standards[${at}]`))),
    unrated: (parsed.unrated ?? []).map((each, at) => ({
      standard: each.standard ?? null,
      domain: each.domain ?? null,
      reason: each.reason ?? null,
      place: partOf(place, `unrated[${at}]`),
    })),
    score: parsed.score ?? null,
    overall: parsed.overall ?? null,
    place,
  }
}

function standardInput(parsed: z.infer<typeof standard>, place: Place): StandardInput {
  const { professionalJudgement } = parsed
  return {
    standard: parsed.standard,
    rating: parsed.rating ?? null,
    keyQuestions: (parsed.keyQuestions ?? []).map((each, at) => ({
      keyQuestion: each.keyQuestion,
      percentYes: each.percentYes ?? null,
      yes: each.yes ?? null,
      of: each.of ?? null,
      place: partOf(place, `keyQuestions[${at}]`),
    })),
    professionalJudgement: professionalJudgement
      ? { rating: professionalJudgement.rating, reason: professionalJudgement.reason ?? null }
      : null,
    unrated: parsed.unrated ? { reason: parsed.unrated.reason ?? null } : null,
    place,
  }
}
