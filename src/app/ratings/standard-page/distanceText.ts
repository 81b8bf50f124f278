/** How far a key question is from the bands on either side, in words. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { Band } from '../../../core/framework/rules/bandRules.ts'
import { ratingTitle } from '../../../core/framework/scale.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import type { RatedKeyQuestion } from '../../../core/ratings/ratedInspection.ts'

type Neighbours = { readonly next: Band | undefined; readonly below: Band | undefined }

/**
 * Returns one sentence for the band above and one for the band below, if there is one: in yes answers if the counts are
 * known, otherwise in percentage points.
 */
export function distanceText(edition: Edition, keyQuestion: RatedKeyQuestion): readonly string[] {
  const { bands } = edition.rules
  const place = bands.findIndex(({ rating }) => rating === keyQuestion.band)
  const band = bands[place]
  if (band === undefined || keyQuestion.percentYes === null) return []
  const neighbours = { next: bands[place + 1], below: bands[place - 1] }
  return keyQuestion.yes === null
    ? inPoints(edition, keyQuestion.percentYes, neighbours)
    : inAnswers(edition, keyQuestion, neighbours)
}

function inAnswers(
  edition: Edition,
  { yesToNextBand, yesToBandBelow }: RatedKeyQuestion,
  { next, below }: Neighbours,
): readonly string[] {
  return [
    ...(next === undefined || yesToNextBand === null
      ? []
      : [reach(edition, next, answers(yesToNextBand, 'more'))]),
    ...(below === undefined || yesToBandBelow === null
      ? []
      : [fall(edition, below, answers(yesToBandBelow, 'fewer'))]),
  ]
}

function inPoints(edition: Edition, percentYes: number, { next, below }: Neighbours): readonly string[] {
  return [
    ...(next === undefined ? [] : [reach(edition, next, points(next.from - percentYes, 'more'))]),
    ...(below === undefined ? [] : [fall(edition, below, points(percentYes - below.to, 'fewer'))]),
  ]
}

function reach(edition: Edition, band: Band, howMany: string): string {
  return `${howMany} would reach ${ratingTitle(edition, band.rating)}.`
}

function fall(edition: Edition, band: Band, howMany: string): string {
  return `${howMany} would fall to ${ratingTitle(edition, band.rating)}.`
}

function answers(count: number, direction: 'more' | 'fewer'): string {
  return countOf(count, `${direction} yes answer`)
}

function points(count: number, direction: 'more' | 'fewer'): string {
  return countOf(count, `${direction} percentage point`)
}
