/** The words that the sections of a report share, so that one thing is always said in one way. */
import type { Denominator, Edition, Rating } from '../framework/edition.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Block, Cell, RatingWords, Tone } from './reportModel.ts'

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

export function dividedBy(denominator: Denominator): string {
  switch (denominator) {
    case 'all-inspected-cases':
      return 'All inspected cases'
    case 'applicable-cases':
      return 'Cases where it applies'
    default:
      return unreachable(denominator)
  }
}

/** `2.1.1, 2.1.2 and 2.2.1`: a list as it is read. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** A text of a person's own, closed so that another sentence can follow it. */
export function fullStop(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

export function note(text: string): Block {
  return { kind: 'note', text }
}

export function plain(text: string): Cell {
  return { text, tone: 'none' }
}
