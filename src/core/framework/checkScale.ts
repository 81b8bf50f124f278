/** The scale of ratings, the bands of percentages, the score and its overall bands. */
import type { Problem } from '../kernel/problem.ts'
import { checkIds, checkUnique } from './checkNames.ts'
import { checkRanges } from './checkRanges.ts'
import { problem } from './problems.ts'
import type { WrittenEdition } from './writtenEdition.ts'

export function checkScale(written: WrittenEdition): readonly Problem[] {
  const { scale, rules } = written
  const ratings = scale.map(({ rating }) => rating)
  return [
    ...checkIds(scale.map(({ rating }, index) => ({ name: rating, path: `scale[${index}].rating` }))),
    ...checkPoints(written),
    ...checkRanges(rules.bands, 100, ratings, 'rules.bands'),
    ...checkOverall(written),
  ]
}

/** Points are whole, begin at 0 or above, and rise with every step of the scale. */
function checkPoints({ scale }: WrittenEdition): readonly Problem[] {
  const whole = scale.flatMap(({ points }, index) =>
    Number.isInteger(points) && points >= 0 && points <= 1000
      ? []
      : [
          problem(
            'edition.number-unfit',
            { value: points, wanted: 'a whole number from 0 to 1000' },
            { path: `scale[${index}].points` },
          ),
        ],
  )
  const rising = scale.flatMap(({ rating, points }, index) => {
    const before = scale[index - 1]
    return before === undefined || points > before.points
      ? []
      : [
          problem(
            'edition.points-not-rising',
            { rating, before: before.rating },
            { path: `scale[${index}].points` },
          ),
        ]
  })
  const few = scale.length < 2 ? [problem('edition.scale-too-short', {}, { path: 'scale' })] : []
  return [...whole, ...rising, ...few]
}

/** Most points that an inspection can have with `standards` scored standards rated. */
function maximumOf({ scale }: WrittenEdition, standards: number): number {
  return standards * Math.max(0, ...scale.map(({ points }) => points))
}

function checkOverall(written: WrittenEdition): readonly Problem[] {
  const { overall, scoredStandards } = written.rules
  const ratings = written.scale.map(({ rating }) => rating)
  const full = maximumOf(written, scoredStandards.length)
  const reachable = scoredStandards.map((_, index) => maximumOf(written, index + 1))
  const tables = overall.flatMap(({ maximum, bands }, index) => {
    const path = `rules.overall[${index}]`
    return reachable.includes(maximum)
      ? checkRanges(bands, maximum, ratings, `${path}.bands`)
      : [problem('edition.maximum-unreachable', { maximum, full }, { path: `${path}.maximum` })]
  })
  const isFullAbsent = overall.length > 0 && !overall.some(({ maximum }) => maximum === full)
  return [
    ...tables,
    ...checkUnique(
      overall.map(({ maximum }, index) => ({
        name: String(maximum),
        path: `rules.overall[${index}].maximum`,
      })),
    ),
    ...(isFullAbsent
      ? [problem('edition.maximum-absent', { maximum: full }, { path: 'rules.overall' })]
      : []),
  ]
}
