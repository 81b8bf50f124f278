/** Ratings while cases are still being assessed: how many cases they are based on, and how that is shown. */
import { countOf } from '../kernel/countOf.ts'
import type { RatingText } from './ratingText.ts'

/** How many of the inspected cases are signed. */
export type FieldworkUnderWay = { readonly signed: number; readonly inspected: number }

/**
 * Returns the sentence that is shown before any figure, so that no one mistakes a rating from a few cases for the
 * rating of the service.
 */
export function underWayText({ signed, inspected }: FieldworkUnderWay): string {
  const cases = countOf(inspected, 'inspected case')
  return `Fieldwork is under way: of ${cases}, ${signed} ${signed === 1 ? 'is' : 'are'} signed. The figures are provisional: they come from the answers given so far.`
}

/** Returns `Good so far`, without the colour of a final rating. */
export function ratingSoFar({ text, tone }: RatingText): RatingText {
  return { text: tone === 'none' ? text : `${text} so far`, tone: 'none' }
}
