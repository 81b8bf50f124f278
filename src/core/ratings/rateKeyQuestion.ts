import type { Denominator } from '../framework/answers.ts'
import type { Edition } from '../framework/edition.ts'
import type { KeyQuestion } from '../framework/standards.ts'
import { percentHalfUp, type WholePercent } from '../kernel/percent.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { bandFor, yesToBandBelow, yesToNextBand } from './bands.ts'
import type { CountedFigure, Figure } from './inspectionFigures.ts'
import type { RatedKeyQuestion } from './ratedInspection.ts'

/** Returns the share, the band and the distance to its neighbours of one key question. */
export function rateKeyQuestion(edition: Edition, question: KeyQuestion, figure: Figure): RatedKeyQuestion {
  switch (figure.kind) {
    case 'percent':
      return bandPercentage(edition, question, figure.percentYes)
    case 'yes-of':
      return bandCounts(edition, question, figure)
    case 'counts':
      return {
        ...bandCounts(edition, question, { yes: figure.yes, of: baseOf(figure, question.denominator) }),
        no: figure.no,
        na: figure.na,
        unanswered: figure.unanswered,
      }
    default:
      return unreachable(figure)
  }
}

/**
 * Returns what a share divides by. `all-inspected-cases` includes cases to which the question does not apply (edition
 * yos-2021: 7 of 15 relevant cases is printed as 41% = 7/17), `applicable-cases` does not (edition yos-2018: 4 of 9 of
 * 14 cases is 44%). A case without an answer is in neither base.
 */
export function baseOf(counts: Pick<CountedFigure, 'yes' | 'no' | 'na'>, denominator: Denominator): number {
  switch (denominator) {
    case 'all-inspected-cases':
      return counts.yes + counts.no + counts.na
    case 'applicable-cases':
      return counts.yes + counts.no
    default:
      return unreachable(denominator)
  }
}

function bandPercentage(edition: Edition, question: KeyQuestion, percentYes: WholePercent): RatedKeyQuestion {
  const band = bandFor(percentYes, edition.rules.bands)
  return {
    ...unbanded(question),
    percentYes,
    band: band.rating,
    rules: [
      { edition: edition.id, rule: 'band', percentYes, from: band.from, to: band.to, rating: band.rating },
    ],
  }
}

function bandCounts(
  edition: Edition,
  question: KeyQuestion,
  { yes, of }: { readonly yes: number; readonly of: number },
): RatedKeyQuestion {
  if (of === 0) return { ...unbanded(question), yes, of }
  const { bands } = edition.rules
  const percentYes = percentHalfUp(yes, of)
  const banded = bandPercentage(edition, question, percentYes)
  const band = bandFor(percentYes, bands)
  const { denominator } = question
  return {
    ...banded,
    yes,
    of,
    yesToNextBand: yesToNextBand(yes, of, band, bands),
    yesToBandBelow: yesToBandBelow(yes, of, band, bands),
    rules: [
      { edition: edition.id, rule: 'percent-half-up', denominator, yes, of, percentYes },
      ...banded.rules,
    ],
  }
}

function unbanded({ id, denominator }: KeyQuestion): RatedKeyQuestion {
  return {
    id,
    yes: null,
    no: null,
    na: null,
    unanswered: null,
    of: null,
    denominator,
    percentYes: null,
    band: null,
    yesToNextBand: null,
    yesToBandBelow: null,
    rules: [],
  }
}
