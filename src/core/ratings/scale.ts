/** Places and points of ratings on an edition's own scale. */
import type { Edition } from '../framework/edition.ts'
import type { Rating, ScalePoint } from '../framework/scale.ts'

/** Returns the place of a rating on the scale, the lowest being 0. Throws if the edition has no such rating. */
export function rankOf(edition: Edition, rating: Rating): number {
  return edition.scale.indexOf(scalePointOf(edition, rating))
}

/** Returns the points of a rating towards the score. Throws if the edition has no such rating. */
export function pointsOf(edition: Edition, rating: Rating): number {
  return scalePointOf(edition, rating).points
}

/** Returns the most points one standard can have. */
export function topPoints(edition: Edition): number {
  return Math.max(...edition.scale.map(({ points }) => points))
}

/** Returns the lowest of some ratings, or undefined if there are none. */
export function lowestRating(edition: Edition, ratings: readonly Rating[]): Rating | undefined {
  return edition.scale.find(({ rating }) => ratings.includes(rating))?.rating
}

function scalePointOf(edition: Edition, rating: Rating): ScalePoint {
  const point = edition.scale.find((candidate) => candidate.rating === rating)
  if (point === undefined) throw new RangeError(`edition ${edition.id} has no rating ${rating}`)
  return point
}
