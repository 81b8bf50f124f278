/** The rules by which a standard was rated, each as a whole sentence. */
import type { Denominator } from '../../../core/framework/answers.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { ratingTitle } from '../../../core/framework/scale.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { AppliedRule } from '../../../core/ratings/appliedRule.ts'
import type { RatedStandard } from '../../../core/ratings/ratedInspection.ts'

/** Returns how the standard was rated, a sentence for each rule in the order in which the rules were applied. */
export function ratingSteps(edition: Edition, rated: RatedStandard): readonly string[] {
  return [...figureSteps(edition, rated), ...rated.rules.map((rule) => ruleSentence(edition, rule))]
}

function figureSteps(edition: Edition, { keyQuestions }: RatedStandard): readonly string[] {
  if (keyQuestions.length === 0) return []
  const counted = keyQuestions.some(({ yes }) => yes !== null)
  const denominators = [...new Set(keyQuestions.map(({ denominator }) => denominator))]
  const share = counted
    ? denominators.map(shareSentence)
    : ['Each key question has the published percentage of yes answers. The counts of answers are not known.']
  return [...share, bandsSentence(edition)]
}

function shareSentence(denominator: Denominator): string {
  switch (denominator) {
    case 'all-inspected-cases':
      return 'The yes answers to each key question are divided by all inspected cases with an answer, and rounded half up to a whole percentage.'
    case 'applicable-cases':
      return 'The yes answers to each key question are divided by the cases to which it applies, and rounded half up to a whole percentage.'
    default:
      return unreachable(denominator)
  }
}

function bandsSentence(edition: Edition): string {
  const bands = edition.rules.bands.map(
    ({ from, to, rating }) => `${from} to ${to} is ${ratingTitle(edition, rating)}`,
  )
  return `The whole percentage decides the band: ${bands.join(', ')}.`
}

/** One applied rule in words. */
function ruleSentence(edition: Edition, rule: AppliedRule): string {
  const title = (rating: Parameters<typeof ratingTitle>[1]) => ratingTitle(edition, rating)
  switch (rule.rule) {
    case 'percent-half-up':
      return `${rule.yes} of ${rule.of} is ${rule.percentYes}%.`
    case 'band':
      return `${rule.percentYes}% is in the band from ${rule.from}% to ${rule.to}%: ${title(rule.rating)}.`
    case 'lowest-key-question':
      return `The lowest key question decides the standard: ${rule.keyQuestion} gives ${title(rule.rating)}.`
    case 'judged-from-evidence':
      return `The standard is judged from evidence: documents, meetings, interviews and surveys. It was judged ${title(rule.rating)}.`
    case 'professional-judgement':
      return rule.calculated === rule.awarded
        ? `A professional judgement agreed with the figures: ${title(rule.awarded)}.`
        : `A professional judgement set the rating to ${title(rule.awarded)}. The figures give ${title(rule.calculated)}.`
    case 'declared-unrated':
      return 'The standard was declared unrated, so it does not count towards the score.'
    case 'points':
      return rule.points === 1
        ? `${title(rule.rating)} gives 1 point to the score.`
        : `${title(rule.rating)} gives ${rule.points} points to the score.`
    case 'sum-of-points':
      return `The points add up to ${rule.score} of ${rule.maximum}.`
    case 'overall-bands':
      return `A score from ${rule.from} to ${rule.to} of ${rule.maximum} is ${title(rule.rating)}.`
    case 'limiting-judgement':
      return `Standard ${rule.standard} is ${title(rule.rated)}, so the overall rating cannot be higher than ${title(rule.overallAtMost)}.`
    default:
      return unreachable(rule)
  }
}
