/** Ratings that are looked at while cases are still being assessed: how much they stand on, and how that is said. */
import { countOf } from '../kernel/countOf.ts'
import type { RatingWords } from './ratingWords.ts'

/** How many of the inspected cases are signed. */
export type FieldworkUnderWay = { readonly signed: number; readonly inspected: number }

/** Said before any figure, so that nobody takes a rating from a few cases for the rating of the service. */
export function underWayWords({ signed, inspected }: FieldworkUnderWay): string {
  const cases = countOf(inspected, 'inspected case')
  return `Fieldwork is under way: of ${cases}, ${signed} ${signed === 1 ? 'is' : 'are'} signed. The figures are provisional: they come from the answers given so far.`
}

/** `Good so far`, without the colour of a rating that stands. */
export function ratingSoFar({ text, tone }: RatingWords): RatingWords {
  return { text: tone === 'none' ? text : `${text} so far`, tone: 'none' }
}
