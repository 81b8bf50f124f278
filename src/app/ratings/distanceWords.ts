/** How far a key question stands from the bands on either side, in words. */
import type { Band, Edition } from '../../core/framework/edition.ts'
import { ratingTitle } from '../../core/framework/findInEdition.ts'
import type { RatedKeyQuestion } from '../../core/ratings/ratedInspection.ts'

type Neighbours = { readonly next: Band | undefined; readonly below: Band | undefined }

/**
 * One sentence for the way up and one for the way down, as far as there is one: in yes answers where the
 * counts are known, otherwise in percentage points.
 */
export function distanceWords(edition: Edition, keyQuestion: RatedKeyQuestion): readonly string[] {
  const { bands } = edition.rules
  const place = bands.findIndex(({ rating }) => rating === keyQuestion.band)
  const band = bands[place]
  if (band === undefined || keyQuestion.percentYes === null) return []
  const neighbours = { next: bands[place + 1], below: bands[place - 1] }
  return keyQuestion.yes === null
    ? inPoints(edition, keyQuestion.percentYes, band, neighbours)
    : inAnswers(edition, keyQuestion, neighbours)
}

function inAnswers(
  edition: Edition,
  { yesToNextBand, yesToBandBelow }: RatedKeyQuestion,
  { next, below }: Neighbours,
): readonly string[] {
  const up =
    next === undefined || yesToNextBand === null
      ? []
      : [`${answers(yesToNextBand, 'more')} would reach ${ratingTitle(edition, next.rating)}.`]
  const down =
    below === undefined || yesToBandBelow === null
      ? []
      : [`${answers(yesToBandBelow, 'fewer')} would fall to ${ratingTitle(edition, below.rating)}.`]
  return [...up, ...down]
}

function inPoints(
  edition: Edition,
  percentYes: number,
  band: Band,
  { next, below }: Neighbours,
): readonly string[] {
  const up = next === undefined ? [] : [reach(edition, next, next.from - percentYes)]
  const down = below === undefined ? [] : [fall(edition, below, percentYes - band.from + 1)]
  return [...up, ...down]
}

function reach(edition: Edition, band: Band, count: number): string {
  return `${points(count, 'more')} would reach ${ratingTitle(edition, band.rating)}.`
}

function fall(edition: Edition, band: Band, count: number): string {
  return `${points(count, 'fewer')} would fall to ${ratingTitle(edition, band.rating)}.`
}

function answers(count: number, direction: 'more' | 'fewer'): string {
  return count === 1 ? `1 yes answer ${direction}` : `${count} yes answers ${direction}`
}

function points(count: number, direction: 'more' | 'fewer'): string {
  return count === 1 ? `1 percentage point ${direction}` : `${count} percentage points ${direction}`
}
