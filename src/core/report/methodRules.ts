/** The rules of the edition that turned figures into ratings, as sentences. */

import type { Edition } from '../framework/edition.ts'
import { countOf } from '../kernel/countOf.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { RatedInspection } from '../ratings/ratedInspection.ts'
import { ratingText } from '../ratings/ratingText.ts'
import type { Block, Cell, Column } from './reportModel.ts'
import { paragraph, plain } from './wording.ts'

/** Returns how the edition rounds percentages, as a sentence. */
export function roundingSentence(edition: Edition): string {
  const { rounding } = edition.rules
  switch (rounding) {
    case 'half-up':
      return 'Percentages are rounded half up to whole percentages, and the rounded percentage is rated.'
    default:
      return unreachable(rounding)
  }
}

/**
 * Returns the edition's bands, from the lowest rating to the highest, with its own words for the share if it has any.
 */
export function bandsTable(edition: Edition): Block {
  const { bands } = edition.rules
  const worded = bands.some(({ word }) => word !== null)
  const columns: readonly Column[] = [
    { title: 'Rating', kind: 'heading' },
    { title: 'From, per cent', kind: 'number' },
    { title: 'To, per cent', kind: 'number' },
    ...(worded ? [{ title: 'In words', kind: 'text' as const }] : []),
  ]
  const rows = bands.map((band): readonly Cell[] => [
    plain(ratingText(edition, band.rating).text),
    plain(`${band.from}%`),
    plain(`${band.to}%`),
    ...(worded ? [plain(band.word ?? 'Not published')] : []),
  ])
  return { kind: 'table', table: { caption: `Bands of the edition: ${edition.title}`, columns, rows } }
}

/** Returns how the rating of a standard follows from its key questions, as a sentence. */
export function standardRatingSentence(edition: Edition): string {
  const { standardRating } = edition.rules
  switch (standardRating) {
    case 'lowest-key-question':
      return 'A standard that is rated from cases has the lowest rating of its key questions.'
    default:
      return unreachable(standardRating)
  }
}

/** Returns the points of each rating, how many standards are scored, and which is rated separately. */
export function scoreBlocks(edition: Edition, rated: RatedInspection): readonly Block[] {
  const points = edition.scale.map(({ title, points }) => `${title}: ${points}`)
  const { scoredStandards, resettlement } = edition.rules
  const counted = rated.standards.filter((standard) => standard.points !== null).length
  return [
    paragraph('Each rating of a scored standard gives points:'),
    { kind: 'list', items: points },
    paragraph(
      `The edition scores ${countOf(scoredStandards.length, 'standard')}. The standards rated in this inspection (${counted}) have ${rated.score} of ${rated.maximum} points.`,
    ),
    ...(resettlement === null
      ? []
      : [paragraph(`Standard ${resettlement} is rated separately and adds nothing to the score.`)]),
  ]
}

/** Returns the bands that apply to the score of this inspection, and what may lower the overall rating. */
export function overallBlocks(edition: Edition, rated: RatedInspection): readonly Block[] {
  const table = edition.rules.overall.find(({ maximum }) => maximum === rated.maximum)
  if (table === undefined)
    return [paragraph(`The edition has no overall bands for a maximum of ${rated.maximum} points.`)]
  const columns: readonly Column[] = [
    { title: 'Overall rating', kind: 'heading' },
    { title: 'From, points', kind: 'number' },
    { title: 'To, points', kind: 'number' },
  ]
  const rows = table.bands.map(({ rating, from, to }) => [
    plain(ratingText(edition, rating).text),
    plain(String(from)),
    plain(String(to)),
  ])
  const caption = `Overall rating for a maximum of ${table.maximum} points`
  return [{ kind: 'table', table: { caption, columns, rows } }, ...limits(edition).map(paragraph)]
}

function limits(edition: Edition): readonly string[] {
  return edition.rules.limitingJudgements.map(({ standard, rated, overallAtMost }) => {
    const limit = ratingText(edition, overallAtMost).text
    return `If standard ${standard} is rated ${ratingText(edition, rated).text}, the overall rating cannot be higher than ${limit}.`
  })
}
