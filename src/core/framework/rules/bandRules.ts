/** From percentages to ratings: the bands, and how the rating of a standard follows from its key questions. */
import type { Problem } from '../../kernel/problem.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { checkIds } from '../checkNames.ts'
import { checkRanges } from '../checkRanges.ts'
import { problem } from '../problems.ts'
import { type Rating, ratingTitle, type ScalePoint, type WithScale } from '../scale.ts'
import { anyNumber, type GroupOf, group, id, ifAny, key, list, oneOf, text, type ValueOf } from '../shape.ts'
import { type RuleText, rule, ruleText, shapeIsEnough } from './rule.ts'

const band = group({
  rating: key(id<Rating>(), 'Each rating of the scale, once.'),
  from: key(anyNumber, 'In whole per cent, included in the band; the first is 0.'),
  to: key(anyNumber, 'In whole per cent, included in the band; the last is 100.'),
  word: key(ifAny(text), 'The words for the share, such as `Reasonable majority`, if they are published.'),
})
export type Band = ValueOf<typeof band>

/** The keys of `rules` for these rules. */
export const bandKeys = {
  bands: key(list(band), 'Lowest first, without gaps.'),
  standardRating: key(
    oneOf(['lowest-key-question']),
    'The method by which the rating of a standard follows from its key questions.',
  ),
}

type WithBands = WithScale & { readonly rules: GroupOf<typeof bandKeys> }
type WrittenScale = { readonly scale: readonly ScalePoint[] }

export const bandRules = [
  rule({
    name: 'bands',
    text: bandsText,
    check: ({ rules, scale }: WithBands) => checkRanges(rules.bands, 100, ratingsOf(scale), 'rules.bands'),
  }),
  rule({ name: 'standardRating', text: standardRatingText, check: shapeIsEnough }),
  rule({ name: 'points', text: pointsText, check: checkScale }),
]

/** Returns the ids of the ratings on a scale, lowest first. */
export function ratingsOf(scale: readonly ScalePoint[]): readonly string[] {
  return scale.map(({ rating }) => rating)
}

function bandsText(edition: WithBands): RuleText {
  const items = edition.rules.bands.map(({ rating, from, to, word }) => {
    const range = `${from} to ${to} per cent: ${ratingTitle(edition, rating)}`
    return word === null ? range : `${range} (“${word}”)`
  })
  return {
    title: 'Bands',
    sentences: ['The percentage of a key question is in one of these bands.'],
    items,
  }
}

function standardRatingText({ rules }: WithBands): RuleText {
  const title = 'How the rating of a standard follows from its key questions'
  switch (rules.standardRating) {
    case 'lowest-key-question':
      return ruleText(
        title,
        'A standard that is judged from cases has the same rating as its lowest key question.',
      )
    default:
      return unreachable(rules.standardRating)
  }
}

function pointsText({ scale }: WrittenScale): RuleText {
  const items = scale.map(({ title, points }) => `${title}: ${points}`)
  return { title: 'Points', sentences: ['Each rating of a scored standard gives points.'], items }
}

/** Points rise with every step of a scale of at least two ratings. */
function checkScale({ scale }: WrittenScale): readonly Problem[] {
  const notRising = scale.flatMap(({ rating, points }, index) => {
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
  return [
    ...checkIds(scale.map(({ rating }, index) => ({ name: rating, path: `scale[${index}].rating` }))),
    ...notRising,
    ...(scale.length < 2 ? [problem('edition.scale-too-short', {}, { path: 'scale' })] : []),
  ]
}
