import type { Edition } from '../framework/edition.ts'
import type { LimitingJudgement } from '../framework/rules/scoreRules.ts'
import type { Rating } from '../framework/scale.ts'
import type { AppliedRule } from './appliedRule.ts'
import type { RatedInspection, RatedStandard } from './ratedInspection.ts'
import { rankOf, topPoints } from './scale.ts'

export type OverallRating = Pick<
  RatedInspection,
  'score' | 'maximum' | 'overall' | 'overallCalculated' | 'limitedBy' | 'rules'
>

/**
 * Returns the score over the scored standards, and the overall rating of that score. A standard declared unrated does
 * not count and makes the maximum smaller; while a scored standard is not rated yet, the score is the score so far and
 * there is no overall rating.
 */
export function rateOverall(edition: Edition, standards: readonly RatedStandard[]): OverallRating {
  const { score, maximum, rules, isComplete } = sumOfPoints(edition, standards)
  const byScore = isComplete ? overallBand(edition, score, maximum) : undefined
  if (byScore === undefined) {
    return { score, maximum, overall: null, overallCalculated: null, limitedBy: null, rules }
  }
  const limit = limitOn(edition, byScore.rating, standards)
  return {
    score,
    maximum,
    overall: limit?.overallAtMost ?? byScore.rating,
    overallCalculated: byScore.rating,
    limitedBy: limit?.standard ?? null,
    rules: [...rules, byScore, ...limitingRule(edition, limit)],
  }
}

type Sum = {
  readonly score: number
  readonly maximum: number
  readonly isComplete: boolean
  readonly rules: readonly AppliedRule[]
}

function sumOfPoints(edition: Edition, standards: readonly RatedStandard[]): Sum {
  const scored = edition.rules.scoredStandards.map((id) => standards.find(({ standard }) => standard === id))
  const counted = scored.filter((standard) => standard === undefined || standard.unratedReason === null)
  const points = counted.map((standard) => standard?.points ?? null)
  const score = points.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const maximum = counted.length * topPoints(edition)
  return {
    score,
    maximum,
    isComplete: !points.includes(null),
    rules: [{ edition: edition.id, rule: 'sum-of-points', standards: counted.length, score, maximum }],
  }
}

/** The overall band of a score, or undefined if the edition has no bands for this maximum. */
function overallBand(edition: Edition, score: number, maximum: number) {
  const table = edition.rules.overall.find((candidate) => candidate.maximum === maximum)
  const band = table?.bands.find(({ from, to }) => score >= from && score <= to)
  if (band === undefined) return undefined
  return { edition: edition.id, rule: 'overall-bands', score, maximum, ...band } as const
}

/** The judgement that lowers this rating furthest, if any does. */
function limitOn(
  edition: Edition,
  byScore: Rating,
  standards: readonly RatedStandard[],
): LimitingJudgement | undefined {
  return edition.rules.limitingJudgements
    .filter(({ standard, rated }) =>
      standards.some((each) => each.standard === standard && each.awarded === rated),
    )
    .filter(({ overallAtMost }) => rankOf(edition, overallAtMost) < rankOf(edition, byScore))
    .sort((one, other) => rankOf(edition, one.overallAtMost) - rankOf(edition, other.overallAtMost))[0]
}

function limitingRule(edition: Edition, limit: LimitingJudgement | undefined): AppliedRule[] {
  return limit === undefined ? [] : [{ edition: edition.id, rule: 'limiting-judgement', ...limit }]
}
