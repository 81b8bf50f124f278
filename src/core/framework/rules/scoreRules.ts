/** From ratings to the overall rating: score, overall bands, limits, and what may be unrated or moved by judgement. */
import { countOf } from '../../kernel/countOf.ts'
import { listText } from '../../kernel/listText.ts'
import type { Problem } from '../../kernel/problem.ts'
import { checkKnown, checkUnique, namesAt } from '../checkNames.ts'
import { checkRanges } from '../checkRanges.ts'
import { problem } from '../problems.ts'
import { type Rating, ratingTitle, type ScalePoint, type WithScale } from '../scale.ts'
import {
  anyNumber,
  type GroupOf,
  group,
  id,
  key,
  list,
  oneOf,
  orNull,
  text,
  type ValueOf,
  wholeNumber,
} from '../shape.ts'
import type { StandardId, WrittenDomain } from '../standards.ts'
import { ratingsOf } from './bandRules.ts'
import { type RuleText, rule, ruleText } from './rule.ts'

const overallBands = group({
  maximum: key(anyNumber, 'The most points that an inspection can have with this table.'),
  bands: key(
    list(
      group({
        rating: key(id<Rating>(), 'Each rating of the scale, once.'),
        from: key(anyNumber, 'The fewest points, included; the first is 0.'),
        to: key(anyNumber, 'The most points, included; the last is the maximum.'),
      }),
    ),
    'Lowest first, without gaps.',
  ),
})
type OverallBands = ValueOf<typeof overallBands>

const limitingJudgement = group({
  standard: key(id<StandardId>(), 'The standard that limits the overall rating.'),
  rated: key(id<Rating>(), 'The rating of that standard from which the limit follows.'),
  overallAtMost: key(id<Rating>(), 'The best overall rating then.'),
})
export type LimitingJudgement = ValueOf<typeof limitingJudgement>

const professionalJudgement = group({
  steps: key(orNull(anyNumber), 'How many ratings up or down; null if no limit is published.'),
  withinPoints: key(
    orNull(wholeNumber(1, 100)),
    'How many percentage points from the next band at most; null if no limit is published.',
  ),
  directions: key(list(oneOf(['up', 'down'])), 'An empty list if a rating is never moved.'),
})
type ProfessionalJudgementRule = ValueOf<typeof professionalJudgement>

/** The keys of `rules` for these rules. */
export const scoreKeys = {
  scoredStandards: key(
    list(id<StandardId>(), 1),
    'The standards whose points make the score. Every standard is either scored or rated separately.',
  ),
  resettlement: key(
    orNull(id<StandardId>()),
    'The standard that is rated separately from the score, or null.',
  ),
  overall: key(
    list(overallBands),
    'A table for each published maximum. Unless the list is empty, the maximum of all scored standards is one of them. For any other maximum there is no overall rating.',
  ),
  limitingJudgements: key(list(limitingJudgement), 'Ratings of one standard that limit the overall rating.'),
  mayBeUnrated: key(
    list(
      group({
        standards: key(list(id<StandardId>()), 'The standards.'),
        when: key(text, 'When they may be left unrated, as a whole sentence.'),
      }),
    ),
    'The only standards that may be left unrated. If the list is empty, any standard may be left unrated with a reason.',
  ),
  professionalJudgement: key(professionalJudgement, 'How far judgement may move a rating from its figures.'),
}
type ScoreRules = GroupOf<typeof scoreKeys>

type Edition = WithScale & { readonly rules: ScoreRules }
type Written = {
  readonly scale: readonly ScalePoint[]
  readonly domains: readonly WrittenDomain[]
  readonly rules: ScoreRules
}

export const scoreRules = [
  rule({
    name: 'scoredStandards',
    text: ({ rules: { scoredStandards } }: Edition) =>
      ruleText(
        'Score',
        `The score is the sum of the points of ${scoredStandards.length} standards: ${listText(scoredStandards)}.`,
      ),
    check: checkScored,
  }),
  rule({
    name: 'resettlement',
    text: ({ rules: { resettlement } }: Edition) =>
      resettlement === null
        ? ruleText('Rated separately', 'No standard is rated separately from the score.')
        : ruleText(
            'Rated separately',
            `Standard ${resettlement} is rated separately and does not add to the score.`,
          ),
    check: checkSeparate,
  }),
  rule({ name: 'overall', text: overallText, check: checkOverall }),
  rule({ name: 'limitingJudgements', text: limitingText, check: checkLimits }),
  rule({ name: 'mayBeUnrated', text: unratedText, check: checkUnrated }),
  rule({ name: 'professionalJudgement', text: judgementText, check: checkJudgement }),
]

function standardIds({ domains }: Written): readonly string[] {
  return domains.flatMap(({ standards }) => standards).map(({ id: standard }) => standard)
}

function checkScored(written: Written): readonly Problem[] {
  const { scoredStandards, resettlement } = written.rules
  const scored = namesAt(scoredStandards, 'rules.scoredStandards')
  const neither = standardIds(written).filter(
    (standard) => !namesIn(scoredStandards, standard) && standard !== resettlement,
  )
  return [
    ...checkKnown(scored, standardIds(written)),
    ...checkUnique(scored),
    ...neither.map((standard) =>
      problem('edition.standard-without-part', { standard }, { path: 'rules.scoredStandards' }),
    ),
  ]
}

function namesIn(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

function checkSeparate(written: Written): readonly Problem[] {
  const { scoredStandards, resettlement } = written.rules
  if (resettlement === null) return []
  const path = 'rules.resettlement'
  return [
    ...checkKnown([{ name: resettlement, path }], standardIds(written)),
    ...(scoredStandards.includes(resettlement)
      ? [problem('edition.standard-in-both', { standard: resettlement }, { path })]
      : []),
  ]
}

function overallText(edition: Edition): RuleText {
  const { overall } = edition.rules
  const maxima = overall.map(({ maximum }) => String(maximum))
  const sentence =
    overall.length === 0
      ? 'There is no overall rating.'
      : `The overall rating follows from the score if the maximum is ${listText(maxima, 'or')}. For any other maximum there is no overall rating.`
  return {
    title: 'Overall rating',
    sentences: [sentence],
    items: overall.flatMap((table) => overallItems(edition, table)),
  }
}

function overallItems(edition: Edition, { maximum, bands }: OverallBands): readonly string[] {
  return bands.map(
    ({ rating, from, to }) => `${from} to ${to} of ${maximum}: ${ratingTitle(edition, rating)}`,
  )
}

/** The most points that an inspection can have with `standards` scored standards rated. */
function maximumOf({ scale }: Written, standards: number): number {
  return standards * Math.max(0, ...scale.map(({ points }) => points))
}

function checkOverall(written: Written): readonly Problem[] {
  const { overall, scoredStandards } = written.rules
  const full = maximumOf(written, scoredStandards.length)
  const reachable = scoredStandards.map((_, index) => maximumOf(written, index + 1))
  const tables = overall.flatMap(({ maximum, bands }, index) => {
    const path = `rules.overall[${index}]`
    return reachable.includes(maximum)
      ? checkRanges(bands, maximum, ratingsOf(written.scale), `${path}.bands`)
      : [problem('edition.maximum-unreachable', { maximum, full }, { path: `${path}.maximum` })]
  })
  const maxima = overall.map(({ maximum }, index) => ({
    name: String(maximum),
    path: `rules.overall[${index}].maximum`,
  }))
  const isFullAbsent = overall.length > 0 && !overall.some(({ maximum }) => maximum === full)
  return [
    ...tables,
    ...checkUnique(maxima),
    ...(isFullAbsent
      ? [problem('edition.maximum-absent', { maximum: full }, { path: 'rules.overall' })]
      : []),
  ]
}

function limitingText(edition: Edition): RuleText {
  const sentences = edition.rules.limitingJudgements.map(
    ({ standard, rated, overallAtMost }) =>
      `If standard ${standard} is rated ${ratingTitle(edition, rated)}, the overall rating is at most ${ratingTitle(edition, overallAtMost)}.`,
  )
  return ruleText('Limiting judgements', ...(sentences.length === 0 ? ['There are none.'] : sentences))
}

function checkLimits(written: Written): readonly Problem[] {
  return written.rules.limitingJudgements.flatMap(({ standard, rated, overallAtMost }, index) => {
    const path = `rules.limitingJudgements[${index}]`
    const ratings = [
      { name: rated, path: `${path}.rated` },
      { name: overallAtMost, path: `${path}.overallAtMost` },
    ]
    return [
      ...checkKnown([{ name: standard, path: `${path}.standard` }], standardIds(written)),
      ...checkKnown(ratings, ratingsOf(written.scale)),
    ]
  })
}

function unratedText({ rules }: Edition): RuleText {
  const title = 'What may be left unrated'
  if (rules.mayBeUnrated.length === 0)
    return ruleText(
      title,
      'Any standard may be left unrated, with a reason. It is then not part of the score and the maximum.',
    )
  const sentence =
    'These standards may be left unrated, with a reason. They are then not part of the score and the maximum.'
  const items = rules.mayBeUnrated.map(({ standards, when }) => `${listText(standards)}: ${when}`)
  return { title, sentences: [sentence], items }
}

function checkUnrated(written: Written): readonly Problem[] {
  const names = written.rules.mayBeUnrated.flatMap(({ standards }, index) =>
    namesAt(standards, `rules.mayBeUnrated[${index}].standards`),
  )
  return [...checkKnown(names, standardIds(written)), ...checkUnique(names)]
}

function judgementText({ rules }: Edition): RuleText {
  const { directions, steps, withinPoints }: ProfessionalJudgementRule = rules.professionalJudgement
  const title = 'Professional judgement'
  if (directions.length === 0) return ruleText(title, 'A rating always follows from its figures.')
  return ruleText(
    title,
    `Judgement may move the rating of a standard ${listText(directions, 'or')} from its figures, with a reason that is printed.`,
    steps === null
      ? 'No limit is published for how many ratings it may be moved.'
      : `It may be moved by ${countOf(steps, 'rating')} at most.`,
    withinPoints === null
      ? 'No limit is published for how near the percentage must be to the next band.'
      : `The percentage must be within ${countOf(withinPoints, 'point')} of the next band.`,
  )
}

function checkJudgement({ rules, scale }: Written): readonly Problem[] {
  const { directions, steps } = rules.professionalJudgement
  const path = 'rules.professionalJudgement'
  const most = Math.max(1, scale.length - 1)
  const fits = steps === null || (Number.isInteger(steps) && steps >= 1 && steps <= most)
  const wanted = `a whole number from 1 to ${most}, or null if no limit is published`
  return [
    ...checkUnique(namesAt(directions, `${path}.directions`)),
    ...(fits ? [] : [problem('edition.number-unfit', { value: steps, wanted }, { path: `${path}.steps` })]),
  ]
}
