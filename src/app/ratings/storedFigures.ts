/** Stored rows as figures of an edition. What is stored was checked when it came in, so a misfit here is a bug. */
import type { Edition } from '../../core/framework/edition.ts'
import { findKeyQuestion, findStandard } from '../../core/framework/findInEdition.ts'
import type { Rating } from '../../core/framework/scale.ts'
import type { KeyQuestionId, StandardId } from '../../core/framework/standards.ts'
import { wholePercent } from '../../core/kernel/percent.ts'
import type { Result } from '../../core/kernel/result.ts'
import { countAnswers } from '../../core/ratings/countAnswers.ts'
import type {
  Figure,
  InspectionFigures,
  Judgement,
  ProfessionalJudgement,
  Published,
} from '../../core/ratings/inspectionFigures.ts'
import type { StoredAnswer } from '../fieldwork/case/inspectedCases.queries.ts'
import type { StoredFigures, StoredKeyQuestion } from './ratedInspection.queries.ts'

/**
 * Returns the figures that an inspection is rated from: counted from `answers` if there are any, otherwise as they were
 * imported. Throws if a row does not fit the edition that the inspection is pinned to.
 */
export function figuresFromStored(
  edition: Edition,
  stored: StoredFigures,
  answers: readonly StoredAnswer[],
): InspectionFigures {
  return {
    ...keyQuestionsAndPrompts(edition, stored, answers),
    judgements: judgementsOf(edition, stored),
    professionalJudgements: professionalJudgementsOf(edition, stored),
    unrated: stored.judgements
      .filter(({ kind }) => kind === 'unrated')
      .map(({ standard, reason }) => ({ standard: standardIn(edition, standard), reason: reason ?? '' })),
    published: publishedOf(edition, stored),
  }
}

function keyQuestionsAndPrompts(
  edition: Edition,
  stored: StoredFigures,
  answers: readonly StoredAnswer[],
): Pick<InspectionFigures, 'keyQuestions' | 'prompts'> {
  if (answers.length > 0) {
    const rows = answers.map((answer) => ({ ...answer, row: null }))
    const { keyQuestions, prompts } = mustBeDone(countAnswers(edition, rows))
    return { keyQuestions, prompts }
  }
  const keyQuestions = stored.keyQuestions.map((row) => ({
    id: keyQuestionIn(edition, row.id),
    figure: figureOf(row),
  }))
  return { keyQuestions, prompts: [] }
}

function figureOf({ id, percentYes, yes, of }: StoredKeyQuestion): Figure {
  if (yes !== null && of !== null) return { kind: 'yes-of', yes, of }
  return { kind: 'percent', percentYes: percentOf(id, percentYes) }
}

function percentOf(id: string, value: number | null) {
  const percent = value === null ? undefined : wholePercent(value)
  if (percent === undefined) throw new Error(`key question ${id} is stored without a whole per cent`)
  return percent
}

function judgementsOf(edition: Edition, stored: StoredFigures): readonly Judgement[] {
  return stored.judgements
    .filter(({ kind }) => kind === 'evidence')
    .map(({ standard, rating, reason }) => ({
      standard: standardIn(edition, standard),
      rating: ratingIn(edition, rating),
      reason,
    }))
}

function professionalJudgementsOf(edition: Edition, stored: StoredFigures): readonly ProfessionalJudgement[] {
  return stored.judgements
    .filter(({ kind }) => kind === 'professional')
    .map(({ standard, rating, reason }) => ({
      standard: standardIn(edition, standard),
      rating: ratingIn(edition, rating),
      reason: reason ?? '',
    }))
}

function publishedOf(edition: Edition, stored: StoredFigures): Published | null {
  const ratings = stored.publishedRatings.map(({ standard, rating }) => ({
    standard: standardIn(edition, standard),
    rating: ratingIn(edition, rating),
  }))
  const percentages = stored.keyQuestions
    .filter(({ yes, percentYes }) => yes !== null && percentYes !== null)
    .map(({ id, percentYes }) => ({ id: keyQuestionIn(edition, id), percentYes: percentOf(id, percentYes) }))
  const score = stored.publishedScore
  const overall = stored.publishedOverall === null ? null : ratingIn(edition, stored.publishedOverall)
  const nothing = ratings.length === 0 && percentages.length === 0 && score === null && overall === null
  return nothing ? null : { ratings, percentages, score, overall }
}

function standardIn(edition: Edition, id: string): StandardId {
  return mustBeKnown(findStandard(edition, id)?.id, edition, id)
}

function keyQuestionIn(edition: Edition, id: string): KeyQuestionId {
  return mustBeKnown(findKeyQuestion(edition, id)?.id, edition, id)
}

function ratingIn(edition: Edition, rating: string | null): Rating {
  const point = edition.scale.find((candidate) => candidate.rating === rating)
  return mustBeKnown(point?.rating, edition, String(rating))
}

function mustBeKnown<Id>(id: Id | undefined, edition: Edition, wanted: string): Id {
  if (id === undefined) throw new Error(`the database has ${wanted}, which is not in edition ${edition.id}`)
  return id
}

function mustBeDone<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(result.problems.map(({ text }) => text).join(' '))
}
