/** What must be shown next to the overall rating. */
import type { Edition } from '../framework/edition.ts'
import { ratingTitle } from '../framework/scale.ts'
import type { RatedStandard, RatingNote } from './ratedInspection.ts'
import type { OverallRating } from './rateOverall.ts'

/** Returns the notes on the overall rating and the score. */
export function overallNotes(
  edition: Edition,
  standards: readonly RatedStandard[],
  rated: OverallRating,
): RatingNote[] {
  return [...limitNotes(edition, rated), ...bandNotes(edition, standards, rated)]
}

function limitNotes(
  edition: Edition,
  { limitedBy, overall, overallCalculated }: OverallRating,
): RatingNote[] {
  if (limitedBy === null || overall === null || overallCalculated === null) return []
  const text = `The score gives ${ratingTitle(edition, overallCalculated)}, but the rating of standard ${limitedBy} limits the overall rating to ${ratingTitle(edition, overall)}.`
  return [{ code: 'overall-limited', standard: limitedBy, text }]
}

/**
 * Only a complete inspection gets the note that bands are missing; in an unfinished one the missing standards are
 * named.
 */
function bandNotes(
  edition: Edition,
  standards: readonly RatedStandard[],
  rated: OverallRating,
): RatingNote[] {
  const isSettled = (id: string) =>
    standards.some(({ standard, awarded, unratedReason }) => {
      return standard === id && (awarded !== null || unratedReason !== null)
    })
  if (rated.overall !== null || !edition.rules.scoredStandards.every(isSettled)) return []
  const text = `Edition ${edition.id} has no overall bands for a maximum of ${rated.maximum} points, so there is no overall rating.`
  return [{ code: 'overall-bands-not-published', standard: null, text }]
}
