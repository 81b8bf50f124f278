/** The rules of an edition in plain English, made from the rules themselves. */
import { unreachable } from '../kernel/unreachable.ts'
import type { Edition, RuleName, RuleSource } from './edition.ts'
import { ruleNames } from './edition.ts'
import { caseFactsRule, notApplicableRule, pullApartRule } from './fieldworkRuleWords.ts'
import { answersRule, denominatorsRule } from './questionRuleWords.ts'
import {
  bandsRule,
  limitingRule,
  overallRule,
  pointsRule,
  professionalJudgementRule,
  resettlementRule,
  roundingRule,
  scoredRule,
  standardRatingRule,
  unratedRule,
} from './ratingRuleWords.ts'
import {
  balanceRule,
  replacementRule,
  sharesRule,
  sizeRule,
  subgroupsRule,
  windowsRule,
} from './sampleRuleWords.ts'
import { secondPersonsRule } from './secondPersonWords.ts'

/** A rule as it is read: whole sentences, and a list where there is one. */
export type RuleWords = {
  readonly title: string
  readonly sentences: readonly string[]
  readonly items: readonly string[]
}

export type WordedRule = RuleWords & { readonly rule: RuleName; readonly source: RuleSource }

/** Every rule of the edition, in the order of `ruleNames`. */
export function wordedRules(edition: Edition): readonly WordedRule[] {
  return ruleNames.flatMap((rule) => {
    const source = edition.ruleSources.find((candidate) => candidate.rule === rule)
    return source === undefined ? [] : [{ ...ruleWords(edition, rule), rule, source }]
  })
}

export function ruleWords(edition: Edition, rule: RuleName): RuleWords {
  switch (rule) {
    case 'answers':
      return answersRule(edition)
    case 'denominators':
      return denominatorsRule(edition)
    case 'rounding':
      return roundingRule(edition)
    case 'bands':
      return bandsRule(edition)
    case 'standardRating':
      return standardRatingRule(edition)
    case 'points':
      return pointsRule(edition)
    case 'scoredStandards':
      return scoredRule(edition)
    case 'resettlement':
      return resettlementRule(edition)
    case 'overall':
      return overallRule(edition)
    case 'limitingJudgements':
      return limitingRule(edition)
    case 'mayBeUnrated':
      return unratedRule(edition)
    case 'professionalJudgement':
      return professionalJudgementRule(edition)
    case 'sampleWindows':
      return windowsRule(edition)
    case 'sampleShares':
      return sharesRule(edition)
    case 'sampleSize':
      return sizeRule(edition)
    case 'sampleBalance':
      return balanceRule(edition)
    case 'sampleSubgroups':
      return subgroupsRule(edition)
    case 'sampleReplacement':
      return replacementRule(edition)
    case 'caseFacts':
      return caseFactsRule(edition)
    case 'notApplicable':
      return notApplicableRule(edition)
    case 'pullApart':
      return pullApartRule(edition)
    case 'secondPersons':
      return secondPersonsRule(edition)
    default:
      return unreachable(rule)
  }
}
