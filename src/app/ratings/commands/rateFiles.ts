/** Ratings of files, by the editions of this installation. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { Place } from '../../../core/kernel/problem.ts'
import { done, type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { caseNameNotes } from '../../../core/ratings/caseSpellings.ts'
import { figuresFromAnswers } from '../../../core/ratings/figuresFromAnswers.ts'
import { figuresFromResults } from '../../../core/ratings/figuresFromResults.ts'
import type { RatedInspection } from '../../../core/ratings/ratedInspection.ts'
import { rateInspection } from '../../../core/ratings/rateInspection.ts'
import type { JudgementsInput, ResultsInput } from '../../../core/ratings/resultsInput.ts'
import { readGivenFile } from '../../../platform/readGivenFile.ts'
import type { Editions } from '../../framework/editions.ts'
import { readAnswersFile } from '../answers/answersFile.ts'
import { readJudgementsFile } from '../answers/judgementsFile.ts'
import { findEdition } from '../import/importedInspection.ts'
import { readResults } from '../import/resultsFile.ts'

export type RatedFromFile = {
  /** Null if the file does not name the service. */
  readonly service: string | null
  readonly edition: Edition
  readonly rated: RatedInspection
}

export type RatedFile = { readonly isList: boolean; readonly inspections: readonly RatedFromFile[] }

/** Returns the ratings of every inspection of a results file. Refuses the whole file with the problems of all of them. */
export async function rateResultsFile(editions: Editions, file: string): Promise<Result<RatedFile>> {
  const content = await readGivenFile(file)
  if (!content.ok) return content
  const results = readResults(content.value, file)
  if (!results.ok) return results
  const { isList, inspections } = results.value
  const rated = inspections.map((input) => rateResults(editions, input))
  const problems = rated.flatMap((each) => (each.ok ? [] : each.problems))
  return unlessProblems(problems, () => ({
    isList,
    inspections: rated.flatMap((each) => (each.ok ? each.value : [])),
  }))
}

function rateResults(editions: Editions, input: ResultsInput): Result<RatedFromFile> {
  const { service, place } = input
  const path = place.path === undefined ? 'edition' : `${place.path}.edition`
  const edition = findEdition(editions, input.edition, { ...place, path, field: 'edition' })
  if (!edition.ok) return edition
  const figures = figuresFromResults(edition.value, input)
  if (!figures.ok) return figures
  const rated = rateInspection(edition.value, figures.value)
  return rated.ok ? done({ service, edition: edition.value, rated: rated.value }) : inFile(rated, place)
}

export type AnswersRequest = {
  readonly file: string
  readonly edition: string
  readonly judgements: string | null
}

/** Returns the ratings of an inspection from its answers in one file and its judgements in another. */
export async function rateAnswersFile(
  editions: Editions,
  request: AnswersRequest,
): Promise<Result<RatedFile>> {
  const { file } = request
  const edition = findEdition(editions, request.edition, {})
  const answers = await readWith(file, readAnswersFile)
  const judgements = await readWith(request.judgements, readJudgementsFile)
  if (!edition.ok || !answers.ok || !judgements.ok) return together(edition, answers, judgements)
  const judged: JudgementsInput = judgements.value ?? { judgements: [], unrated: [] }
  const figures = figuresFromAnswers(edition.value, answers.value ?? [], judged, file)
  if (!figures.ok) return figures
  const rated = rateInspection(edition.value, figures.value)
  if (!rated.ok) return inFile(rated, { file: request.judgements ?? file })
  const notes = [...rated.value.notes, ...caseNameNotes(answers.value ?? [])]
  const inspection = { service: null, edition: edition.value, rated: { ...rated.value, notes } }
  return done({ isList: false, inspections: [inspection] })
}

async function readWith<Value>(
  file: string | null,
  read: (content: Uint8Array, file: string) => Result<Value>,
): Promise<Result<Value | null>> {
  if (file === null) return done(null)
  const content = await readGivenFile(file)
  return content.ok ? read(content.value, file) : content
}

/** The problems of several results as one refusal. */
function together(...results: readonly Result<unknown>[]): Result<never> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => {
    throw new Error('nothing was refused')
  })
}

/** The rules do not know files: a refusal of theirs names the file that was read. */
function inFile<Value>(result: Result<Value>, place: Place): Result<never> {
  if (result.ok) throw new Error('nothing was refused')
  return together({
    ok: false,
    problems: [
      { ...result.problems[0], place: { ...result.problems[0].place, ...place } },
      ...result.problems.slice(1).map((each) => ({ ...each, place: { ...each.place, ...place } })),
    ],
  })
}
