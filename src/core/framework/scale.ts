/** The scale of ratings of an edition. */
import type { Brand } from '../kernel/brand.ts'
import { group, id, key, list, text, type ValueOf, wholeNumber } from './shape.ts'

/** A rating on the edition's own scale (`requires-improvement`). */
export type Rating = Brand<string, 'Rating'>

const scalePoint = group({
  rating: key(id<Rating>(), 'The id of the rating.'),
  title: key(text, 'The rating as people read it.'),
  points: key(wholeNumber(0, 1000), 'What the rating adds to the score: more than the rating before it.'),
})
export type ScalePoint = ValueOf<typeof scalePoint>

/** The ratings, lowest first. */
export const scaleShape = list(scalePoint)

export type WithScale = { readonly id: string; readonly scale: readonly ScalePoint[] }

/** Returns the title of a rating on the edition's scale. Throws if the rating is not in this edition. */
export function ratingTitle(edition: WithScale, rating: Rating): string {
  const point = edition.scale.find((candidate) => candidate.rating === rating)
  if (point === undefined) throw new RangeError(`edition ${edition.id} has no rating ${rating}`)
  return point.title
}
