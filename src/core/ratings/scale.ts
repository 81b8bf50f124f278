/** Places and points of ratings on an edition's own scale. */
import type { Edition } from '../framework/edition.ts'
import type { Rating, ScalePoint } from '../framework/scale.ts'

/** The place of a rating on the scale, the lowest being 0. Throws where the edition has no such rating. */
export function rankOf(edition: Edition, rating: Rating): number {
  return edition.scale.indexOf(scalePointOf(edition, rating))
}

/** Points of a rating towards the score. Throws where the edition has no such rating. */
export function pointsOf(edition: Edition, rating: Rating): number {
  return scalePointOf(edition, rating).points
}

/** The most points one standard can have. */
export function topPoints(edition: Edition): number {
  return Math.max(...edition.scale.map(({ points }) => points))
}

/** The lowest of some ratings, or undefined where there are none. */
export function lowestRating(edition: Edition, ratings: readonly Rating[]): Rating | undefined {
  return edition.scale.find(({ rating }) => ratings.includes(rating))?.rating
}

function scalePointOf(edition: Edition, rating: Rating): ScalePoint {
  const point = edition.scale.find((candidate) => candidate.rating === rating)
  if (point === undefined) throw new RangeError(`edition ${edition.id} has no rating ${rating}`)
  return point
}
