import type { Edition } from '../framework/edition.ts'
import type { Standard } from '../framework/standards.ts'
import type { Result } from '../kernel/result.ts'
import {
  type FiguresDraft,
  finishDraft,
  readRating,
  readStandard,
  reasonIn,
  startDraft,
} from './figuresDraft.ts'
import type { InspectionFigures } from './inspectionFigures.ts'
import { problem } from './problems.ts'
import { readKeyQuestion } from './readKeyQuestion.ts'
import { readUnrated } from './readUnrated.ts'
import { partOf, type ResultsInput, type StandardInput } from './resultsInput.ts'

/**
 * Returns the figures of results, checked against their edition. Refuses with every problem, each with its path in the
 * file.
 */
export function figuresFromResults(edition: Edition, input: ResultsInput): Result<InspectionFigures> {
  const draft = startDraft(edition)
  const seen = new Set<string>()
  for (const standardInput of input.standards) {
    const standard = readStandard(draft, standardInput.standard, partOf(standardInput.place, 'standard'))
    if (standard === undefined) continue
    if (seen.has(standard.id)) {
      const place = partOf(standardInput.place, 'standard')
      draft.problems.push(problem('ratings.standard-twice', { standard: standard.id }, place))
      continue
    }
    seen.add(standard.id)
    readStandardInput(draft, standard, standardInput)
  }
  for (const unrated of input.unrated) readUnrated(draft, unrated)
  const overall =
    input.overall === null ? null : (readRating(draft, input.overall, partOf(input.place, 'overall')) ?? null)
  const { publishedRatings: ratings, publishedPercentages: percentages } = draft
  return finishDraft(draft, { ratings, percentages, score: input.score, overall })
}

function readStandardInput(draft: FiguresDraft, standard: Standard, standardInput: StandardInput): void {
  if (standard.judgedFrom === 'cases') readCaseStandard(draft, standard, standardInput)
  else readEvidenceStandard(draft, standard, standardInput)
  if (standardInput.unrated === null) return
  const place = partOf(standardInput.place, 'unrated')
  readUnrated(draft, { standard: standard.id, domain: null, reason: standardInput.unrated.reason, place })
}

/**
 * A rating next to figures is what was published; a rating without figures is refused, because it cannot be checked.
 */
function readCaseStandard(draft: FiguresDraft, standard: Standard, standardInput: StandardInput): void {
  for (const keyQuestion of standardInput.keyQuestions) readKeyQuestion(draft, standard, keyQuestion)
  const rating =
    standardInput.rating === null
      ? undefined
      : readRating(draft, standardInput.rating, partOf(standardInput.place, 'rating'))
  if (rating !== undefined) draft.publishedRatings.push({ standard: standard.id, rating })
  if (standardInput.keyQuestions.length === 0 && standardInput.unrated === null) {
    const code =
      standardInput.rating === null ? 'ratings.rating-missing' : 'ratings.judgement-on-case-standard'
    draft.problems.push(problem(code, { standard: standard.id }, standardInput.place))
  }
  readProfessionalJudgement(draft, standard, standardInput)
}

function readProfessionalJudgement(
  draft: FiguresDraft,
  standard: Standard,
  standardInput: StandardInput,
): void {
  if (standardInput.professionalJudgement === null) return
  const place = partOf(standardInput.place, 'professionalJudgement')
  const reason = reasonIn(standardInput.professionalJudgement.reason)
  if (reason === null) {
    const details = { standard: standard.id }
    draft.problems.push(
      problem('ratings.professional-judgement-without-reason', details, partOf(place, 'reason')),
    )
  }
  const rating = readRating(draft, standardInput.professionalJudgement.rating, partOf(place, 'rating'))
  if (rating === undefined) return
  draft.professionalJudgements.push({ standard: standard.id, rating, reason: reason ?? '' })
}

function readEvidenceStandard(draft: FiguresDraft, standard: Standard, standardInput: StandardInput): void {
  const details = { standard: standard.id }
  if (standardInput.keyQuestions.length > 0) {
    const place = partOf(standardInput.place, 'keyQuestions')
    draft.problems.push(problem('ratings.figures-on-evidence-standard', details, place))
  }
  if (standardInput.professionalJudgement !== null) {
    const place = partOf(standardInput.place, 'professionalJudgement')
    draft.problems.push(problem('ratings.professional-judgement-on-evidence-standard', details, place))
  }
  if (standardInput.rating === null) {
    if (standardInput.unrated === null)
      draft.problems.push(problem('ratings.rating-missing', details, standardInput.place))
    return
  }
  const rating = readRating(draft, standardInput.rating, partOf(standardInput.place, 'rating'))
  if (rating !== undefined) draft.judgements.push({ standard: standard.id, rating, reason: null })
}
