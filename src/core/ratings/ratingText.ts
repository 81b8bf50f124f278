/** The text of ratings and figures, so that every page and report shows the same thing in the same way. */
import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'

/** The place of a rating on its edition's scale, for colour; the text is always printed too. */
export const tones = ['lowest', 'lower', 'higher', 'highest', 'none'] as const
export type Tone = (typeof tones)[number]
export type RatingText = { readonly text: string; readonly tone: Tone }

const notKnown = 'Not known'

/** Returns the edition's title of a rating with its place on the scale, or "Not rated" if there is none. */
export function ratingText(edition: Edition, rating: Rating | null): RatingText {
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

/** Returns `47%`, or that the question applied to no cases if there is no percentage. */
export function percentText(percentYes: number | null): string {
  return percentYes === null ? 'Applied to no cases' : `${percentYes}%`
}

/** Returns `4 of 6` for `yes` cases of a base, or that the counts are not known. */
export function countsText(yes: number | null, of: number | null): string {
  return yes === null || of === null ? notKnown : `${yes} of ${of}`
}

/** Returns the number as text, or that it is not known. */
export function numberText(value: number | null): string {
  return value === null ? notKnown : String(value)
}
