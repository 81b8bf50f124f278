/** How ratings and figures are said, so that one thing is always said in one way on every page and in every report. */
import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'

/** Where a rating stands on its edition's scale, for colour; the words are always printed too. */
export const tones = ['lowest', 'lower', 'higher', 'highest', 'none'] as const
export type Tone = (typeof tones)[number]
export type RatingWords = { readonly text: string; readonly tone: Tone }

const notKnown = 'Not known'

/** The edition's title of a rating with its place on the scale, or "Not rated" where there is none. */
export function ratingWords(edition: Edition, rating: Rating | null): RatingWords {
  const place = edition.scale.findIndex((point) => point.rating === rating)
  const point = edition.scale[place]
  if (point === undefined) return { text: 'Not rated', tone: 'none' }
  return { text: point.title, tone: toneAt(place, edition.scale.length) }
}

function toneAt(place: number, length: number): Tone {
  if (place === 0) return 'lowest'
  if (place === length - 1) return 'highest'
  return 2 * place < length - 1 ? 'lower' : 'higher'
}

export function percentWords(percentYes: number | null): string {
  return percentYes === null ? 'Applied to no case' : `${percentYes}%`
}

/** `of` cases counted as yes out of the base: `4 of 6`. */
export function countWords(yes: number | null, of: number | null): string {
  return yes === null || of === null ? notKnown : `${yes} of ${of}`
}

export function numberWords(value: number | null): string {
  return value === null ? notKnown : String(value)
}
