/** Ratings that are looked at while cases are still being assessed: how much they stand on, and how that is said. */
import type { RatingWords } from './ratingWords.ts'

/** How many of the inspected cases are signed. */
export type FieldworkUnderWay = { readonly signed: number; readonly inspected: number }

/** Said before any figure, so that nobody takes a rating from a few cases for the rating of the service. */
export function underWayWords({ signed, inspected }: FieldworkUnderWay): string {
  const cases = inspected === 1 ? '1 inspected case is' : `${inspected} inspected cases are`
  return `Fieldwork is under way: ${signed} of ${cases} signed. Everything here is provisional. It is worked out from the answers given so far and can change with every answer.`
}

/** `Good so far`, without the colour of a rating that stands. */
export function ratingSoFar({ text, tone }: RatingWords): RatingWords {
  return { text: tone === 'none' ? text : `${text} so far`, tone: 'none' }
}
