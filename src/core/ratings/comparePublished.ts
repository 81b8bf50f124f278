/**
 * Notes for published values that differ from what the rules give. Published values are never used in the calculation.
 */
import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import { ratingTitle } from '../framework/scale.ts'
import type { Published } from './inspectionFigures.ts'
import type { RatedStandard, RatingNote } from './ratedInspection.ts'
import type { OverallRating } from './rateOverall.ts'

/** Returns a note for each published value that the calculation does not confirm. */
export function comparePublished(
  edition: Edition,
  published: Published | null,
  standards: readonly RatedStandard[],
  overall: OverallRating,
): RatingNote[] {
  if (published === null) return []
  return [
    ...ratingNotes(edition, published, standards),
    ...percentageNotes(published, standards),
    ...scoreNotes(published, overall),
    ...overallNotes(edition, published, overall),
  ]
}

function ratingNotes(
  edition: Edition,
  { ratings }: Published,
  standards: readonly RatedStandard[],
): RatingNote[] {
  return ratings.flatMap(({ standard, rating }) => {
    const awarded = standards.find((rated) => rated.standard === standard)?.awarded ?? null
    if (awarded === rating) return []
    const text = `The published rating of standard ${standard} is ${ratingTitle(edition, rating)}, but the rules give ${named(edition, awarded)}.`
    return [{ code: 'published-differs' as const, standard, text }]
  })
}

function percentageNotes({ percentages }: Published, standards: readonly RatedStandard[]): RatingNote[] {
  return percentages.flatMap(({ id, percentYes }) => {
    const rated = standards.find(({ keyQuestions }) => keyQuestions.some((question) => question.id === id))
    const counted = rated?.keyQuestions.find((question) => question.id === id)?.percentYes ?? null
    if (rated === undefined || counted === percentYes) return []
    const comparison = counted === null ? 'its counts give no percentage' : `its counts give ${counted}%`
    const text = `The published figure of key question ${id} is ${percentYes}%, but ${comparison}.`
    return [{ code: 'published-differs' as const, standard: rated.standard, text }]
  })
}

function scoreNotes({ score }: Published, overall: OverallRating): RatingNote[] {
  if (score === null || score === overall.score) return []
  const text = `The published score is ${score}, but the rules give ${overall.score}.`
  return [{ code: 'published-differs', standard: null, text }]
}

function overallNotes(edition: Edition, published: Published, { overall }: OverallRating): RatingNote[] {
  if (published.overall === null || published.overall === overall) return []
  const text = `The published overall rating is ${ratingTitle(edition, published.overall)}, but the rules give ${named(edition, overall)}.`
  return [{ code: 'published-differs', standard: null, text }]
}

function named(edition: Edition, rating: Rating | null): string {
  return rating === null ? 'no rating' : ratingTitle(edition, rating)
}
