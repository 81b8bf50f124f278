/** How far an edition lets a professional judgement move a rating from the figures. */
import type { Edition } from '../framework/edition.ts'
import { ratingTitle } from '../framework/scale.ts'
import type { Problem } from '../kernel/problem.ts'
import type { ProfessionalJudgement } from './inspectionFigures.ts'
import { problem } from './problems.ts'
import type { RatedKeyQuestion } from './ratedInspection.ts'
import { lowestRating, rankOf } from './scale.ts'

/**
 * Returns why a professional judgement is not allowed on a standard with these key questions. A judgement that agrees
 * with the figures moves nothing, so no limit applies to it.
 */
export function judgementProblems(
  edition: Edition,
  judgement: ProfessionalJudgement,
  keyQuestions: readonly RatedKeyQuestion[],
): Problem[] {
  const bands = keyQuestions.flatMap(({ band }) => band ?? [])
  const calculated = lowestRating(edition, bands)
  if (calculated === undefined) return []
  const steps = rankOf(edition, judgement.rating) - rankOf(edition, calculated)
  if (steps === 0) return []
  const move = {
    standard: judgement.standard,
    calculated: ratingTitle(edition, calculated),
    direction: steps > 0 ? ('up' as const) : ('down' as const),
    steps: Math.abs(steps),
    points: pointsFromBoundary(edition, keyQuestions, steps > 0),
  }
  return [
    ...directionProblems(edition, move),
    ...stepProblems(edition, move),
    ...distanceProblems(edition, move),
  ]
}

type Move = {
  readonly standard: string
  readonly calculated: string
  readonly direction: 'up' | 'down'
  readonly steps: number
  readonly points: number
}

/**
 * Distance of the lowest percentage from the band above or below it, in points; the lowest decides the rating of the
 * standard.
 */
function pointsFromBoundary(
  edition: Edition,
  keyQuestions: readonly RatedKeyQuestion[],
  up: boolean,
): number {
  const lowest = Math.min(...keyQuestions.flatMap(({ percentYes }) => percentYes ?? []))
  const band = edition.rules.bands.find(({ from, to }) => lowest >= from && lowest <= to)
  if (band === undefined) throw new RangeError(`no band includes ${lowest}%`)
  return up ? band.to + 1 - lowest : lowest - (band.from - 1)
}

function directionProblems(edition: Edition, { direction, standard, calculated }: Move): Problem[] {
  const { directions } = edition.rules.professionalJudgement
  if (directions.includes(direction)) return []
  const details = { edition: edition.id, standard, direction, calculated }
  return [problem('ratings.professional-judgement-direction', details, placeOf(standard))]
}

function stepProblems(edition: Edition, { steps, standard, calculated }: Move): Problem[] {
  const allowed = edition.rules.professionalJudgement.steps
  if (allowed === null || steps <= allowed) return []
  const details = { edition: edition.id, standard, steps, allowed, calculated }
  return [problem('ratings.professional-judgement-steps', details, placeOf(standard))]
}

function distanceProblems(edition: Edition, { points, standard, calculated }: Move): Problem[] {
  const allowed = edition.rules.professionalJudgement.withinPoints
  if (allowed === null || points <= allowed) return []
  const details = { edition: edition.id, standard, points, allowed, calculated }
  return [problem('ratings.professional-judgement-distance', details, placeOf(standard))]
}

/** The figures do not have the file they came from; the standard is where to look. */
function placeOf(standard: string): { readonly field: string } {
  return { field: `standard ${standard}` }
}
