/** The rules by which cases are eligible and sampled, in words. */
import { unreachable } from '../kernel/unreachable.ts'
import type { CaseDomain, Edition } from './edition.ts'
import { domainOfCases } from './findInEdition.ts'
import type { RuleWords } from './ruleWords.ts'
import type { SampleSizeRule } from './sampleSizeRule.ts'

export function windowsRule(edition: Edition): RuleWords {
  return {
    title: 'When a case must have begun to be eligible',
    sentences: ['Counted back from the Monday on which fieldwork starts.'],
    items: edition.sample.windows.map(
      ({ cases, unit, earliest, latest }) =>
        `${casesTitle(edition, cases)}: ${earliest} to ${latest} ${unit} before`,
    ),
  }
}

export function sharesRule(edition: Edition): RuleWords {
  const { shares } = edition.sample
  return {
    title: 'Shares of the sample',
    sentences: shares.length === 0 ? ['None are fixed: each kind of cases is drawn for itself.'] : [],
    items: shares.map(({ cases, percent }) => `${casesTitle(edition, cases)}: ${percent} per cent`),
  }
}

export function sizeRule({ sample: { size } }: Edition): RuleWords {
  const sentences = [
    `The sample is large enough for a confidence of ${size.confidencePercent} per cent with a margin of error of ${size.marginPoints} points, for a share of ${100 * size.proportion} per cent among the eligible cases.`,
    roundingSentence(size),
    ...(size.minimum === null ? [] : [`It has at least ${size.minimum} cases, where there are so many.`]),
    ...(size.maximum === null ? [] : [`It has at most ${size.maximum} cases.`]),
  ]
  return { title: 'Size of the sample', sentences, items: [] }
}

function roundingSentence({ rounding }: SampleSizeRule): string {
  switch (rounding) {
    case 'up':
      return 'Its size is rounded up.'
    case 'nearest':
      return 'Its size is rounded to the nearest whole number.'
    default:
      return unreachable(rounding)
  }
}

export function balanceRule({ sample }: Edition): RuleWords {
  return {
    title: 'What the sample matches the eligible cases in',
    sentences: sample.balancedBy.length === 0 ? ['Nothing.'] : [],
    items: sample.balancedBy.map(columnTitle),
  }
}

export function subgroupsRule({ sample: { subgroups } }: Edition): RuleWords {
  return {
    title: 'When a group within the sample is too small to speak of',
    sentences: [
      `With fewer than ${subgroups.fewestCases} sampled cases, or with a margin of error of more than ${subgroups.widestMarginPoints} points.`,
    ],
    items: [],
  }
}

export function replacementRule({ sample }: Edition): RuleWords {
  return {
    title: 'Why a sampled case may be replaced',
    sentences: [],
    items: sample.replacementReasons.map(({ title }) => title),
  }
}

/** The case list's columns as they are read; one that is not known here is read as it is written. */
function columnTitle(column: string): string {
  const titles: Readonly<Record<string, string>> = {
    gender: 'Gender',
    disposal: 'Type of disposal',
    rosh: 'Risk of serious harm classification',
    safety_wellbeing: 'Safety and wellbeing classification',
    age: 'Age',
    ethnicity: 'Ethnicity',
  }
  return titles[column] ?? column
}

function casesTitle(edition: Edition, cases: CaseDomain): string {
  return domainOfCases(edition, cases)?.title ?? cases
}
