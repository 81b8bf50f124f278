/** The rules by which ratings follow, in words. */

import { countOf } from '../kernel/countOf.ts'
import { listWords } from '../kernel/listWords.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Edition, OverallBands, ProfessionalJudgementRule } from './edition.ts'
import { ratingTitle } from './findInEdition.ts'
import type { RuleWords } from './ruleWords.ts'

export function roundingRule({ rules }: Edition): RuleWords {
  const title = 'Rounding'
  switch (rules.rounding) {
    case 'half-up':
      return words(
        title,
        'A percentage is rounded to a whole per cent, halves up, before it is put in a band.',
      )
    default:
      return unreachable(rules.rounding)
  }
}

export function bandsRule(edition: Edition): RuleWords {
  const items = edition.rules.bands.map(({ rating, from, to, word }) => {
    const band = `${from} to ${to} per cent: ${ratingTitle(edition, rating)}`
    return word === null ? band : `${band} (“${word}”)`
  })
  return {
    title: 'Bands',
    sentences: ['The percentage of a key question falls in one of these bands.'],
    items,
  }
}

export function standardRatingRule({ rules }: Edition): RuleWords {
  const title = 'How a standard follows from its key questions'
  switch (rules.standardRating) {
    case 'lowest-key-question':
      return words(title, 'A standard judged from cases has the rating of its lowest key question.')
    default:
      return unreachable(rules.standardRating)
  }
}

export function pointsRule({ scale }: Edition): RuleWords {
  const items = scale.map(({ title, points }) => `${title}: ${points}`)
  return { title: 'Points', sentences: ['Each rating of a scored standard gives points.'], items }
}

export function scoredRule({ rules }: Edition): RuleWords {
  const { scoredStandards } = rules
  return words(
    'Score',
    `The score is the sum of the points of ${scoredStandards.length} standards: ${listWords(scoredStandards)}.`,
  )
}

export function resettlementRule({ rules }: Edition): RuleWords {
  const title = 'Rated apart'
  return rules.resettlement === null
    ? words(title, 'No standard is rated apart from the score.')
    : words(title, `Standard ${rules.resettlement} is rated apart and adds nothing to the score.`)
}

export function overallRule(edition: Edition): RuleWords {
  const { overall } = edition.rules
  const maxima = overall.map(({ maximum }) => String(maximum))
  const sentence =
    overall.length === 0
      ? 'There is no overall rating.'
      : `The overall rating follows from the score where the maximum is ${listWords(maxima, 'or')}; for any other maximum there is none.`
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

export function limitingRule(edition: Edition): RuleWords {
  const sentences = edition.rules.limitingJudgements.map(
    ({ standard, rated, overallAtMost }) =>
      `Where standard ${standard} is rated ${ratingTitle(edition, rated)}, the overall rating is at most ${ratingTitle(edition, overallAtMost)}.`,
  )
  return words('Limiting judgements', ...(sentences.length === 0 ? ['There are none.'] : sentences))
}

export function unratedRule({ rules }: Edition): RuleWords {
  const title = 'What may be left unrated'
  if (rules.mayBeUnrated.length === 0)
    return words(
      title,
      'Any standard may be left unrated, with a reason. It takes no part in score and maximum.',
    )
  const reasons = [...new Set(rules.mayBeUnrated.map(({ when }) => when))]
  const items = reasons.map((reason) => {
    const standards = rules.mayBeUnrated.filter(({ when }) => when === reason)
    return `${listWords(standards.map(({ standard }) => standard))}: ${reason}`
  })
  const sentence =
    'These standards may be left unrated, with a reason. They then take no part in score and maximum.'
  return { title, sentences: [sentence], items }
}

export function professionalJudgementRule({ rules }: Edition): RuleWords {
  const rule = rules.professionalJudgement
  const title = 'Professional judgement'
  if (rule.directions.length === 0) return words(title, 'A rating always follows from its figures.')
  return words(
    title,
    `A standard’s rating may be set apart from its figures, ${listWords(rule.directions, 'or')}, with a reason that is printed.`,
    ...limitSentences(rule),
  )
}

function limitSentences({ steps, withinPoints }: ProfessionalJudgementRule): readonly string[] {
  return [
    steps === null
      ? 'No limit is published to how far it may be moved.'
      : `It may be moved by ${countOf(steps, 'rating')} at most.`,
    withinPoints === null
      ? 'No limit is published to how far the percentage may stand from the next band.'
      : `The percentage must stand within ${withinPoints} points of the next band.`,
  ]
}

function words(title: string, ...sentences: readonly string[]): RuleWords {
  return { title, sentences, items: [] }
}
