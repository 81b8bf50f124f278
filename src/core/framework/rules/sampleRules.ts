/** Eligible cases and the sample. */
import type { Problem } from '../../kernel/problem.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from '../checkNames.ts'
import { disposalShape } from '../disposals.ts'
import { problem } from '../problems.ts'
import {
  decimal,
  group,
  id,
  key,
  list,
  listIfAny,
  oneOf,
  orNull,
  text,
  type ValueOf,
  wholeNumber,
} from '../shape.ts'
import { type CaseDomain, kindsOfCases } from '../standards.ts'
import { type RuleText, rule, ruleText, shapeIsEnough } from './rule.ts'

export const windowUnits = ['days', 'months'] as const
export const sampleRoundings = ['up', 'nearest'] as const

const window = group({
  cases: key(id<CaseDomain>(), 'A kind of cases.'),
  unit: key(oneOf(windowUnits), 'The unit of both numbers.'),
  earliest: key(wholeNumber(0, 3660), 'The earliest start, counted back.'),
  latest: key(wholeNumber(0, 3660), 'The latest start, counted back; no larger than `earliest`.'),
})
/** When a case must have begun to be eligible, counted back from the Monday on which fieldwork starts. */
export type SampleWindow = ValueOf<typeof window>

const size = group({
  confidencePercent: key(decimal(1, 99.99), 'The confidence level, in per cent.'),
  z: key(decimal(0.01, 5), 'The two-sided standard normal deviate of that confidence.'),
  marginPoints: key(decimal(0.1, 50), 'The margin of error, in points either way.'),
  proportion: key(decimal(0.01, 0.99), 'The share for which the margin is calculated.'),
  rounding: key(oneOf(sampleRoundings), 'How the size becomes a whole number.'),
  minimum: key(orNull(wholeNumber(0, 1_000_000)), 'The fewest cases, or null.'),
  maximum: key(orNull(wholeNumber(0, 1_000_000)), 'The most cases, or null.'),
})
export type SampleSizeRule = ValueOf<typeof size>

export const sampleShape = group({
  windows: key(
    list(window),
    'When a case must have begun to be eligible, counted back from the Monday on which fieldwork starts.',
  ),
  shares: key(
    list(
      group({
        cases: key(id<CaseDomain>(), 'A kind of cases.'),
        percent: key(wholeNumber(0, 100), 'Its share; together they are 100.'),
      }),
    ),
    'The share of the sample for each kind of cases; an empty list if the edition fixes none.',
  ),
  size: key(size, 'How many cases are drawn.'),
  balancedBy: key(list(text), 'The columns of the case list in which the sample matches the eligible cases.'),
  subgroups: key(
    group({
      fewestCases: key(
        wholeNumber(1, 1000),
        'A group with fewer sampled cases is marked as too small to report on.',
      ),
      widestMarginPoints: key(
        decimal(0.1, 100),
        'A group with a wider margin of error, in points either way, is marked in the same way.',
      ),
    }),
    'What a group within the sample needs before anything is reported on it.',
  ),
  replacementReasons: key(
    list(group({ code: key(id(), 'Its code.'), title: key(text, 'Its title.') }), 1),
    'Why a sampled case may be replaced.',
  ),
  disposals: key(
    listIfAny(disposalShape),
    'The disposals that a case list may name. If the key is left out, every disposal is accepted.',
  ),
})
export type SampleRules = ValueOf<typeof sampleShape>

/** Both an edition and one that is not checked yet have these parts. */
type WithSample = {
  readonly sample: SampleRules
  readonly domains: readonly { readonly cases: CaseDomain | null; readonly title: string }[]
}

export const sampleRules = [
  rule({
    name: 'sampleWindows',
    text: (edition: WithSample) => ({
      title: 'When a case must have begun to be eligible',
      sentences: ['Counted back from the Monday on which fieldwork starts.'],
      items: edition.sample.windows.map(
        ({ cases, unit, earliest, latest }) =>
          `${casesTitle(edition, cases)}: ${earliest} to ${latest} ${unit} before`,
      ),
    }),
    check: checkWindows,
  }),
  rule({
    name: 'sampleShares',
    text: (edition: WithSample) => ({
      title: 'Shares of the sample',
      sentences:
        edition.sample.shares.length === 0
          ? ['No shares are fixed. A separate sample is drawn for each kind of cases.']
          : [],
      items: edition.sample.shares.map(
        ({ cases, percent }) => `${casesTitle(edition, cases)}: ${percent} per cent`,
      ),
    }),
    check: checkShares,
  }),
  rule({ name: 'sampleSize', text: sizeText, check: checkSize }),
  rule({
    name: 'sampleBalance',
    text: ({ sample: { balancedBy } }: WithSample) => ({
      title: 'What the sample matches the eligible cases in',
      sentences: balancedBy.length === 0 ? ['Nothing.'] : [],
      items: balancedBy.map(columnTitle),
    }),
    check: ({ sample }: WithSample) => checkUnique(namesAt(sample.balancedBy, 'sample.balancedBy')),
  }),
  rule({
    name: 'sampleSubgroups',
    text: ({ sample: { subgroups } }: WithSample) =>
      ruleText(
        'When a group within the sample is too small to report on',
        `It has fewer than ${subgroups.fewestCases} sampled cases, or a margin of error of more than ${subgroups.widestMarginPoints} points.`,
      ),
    check: shapeIsEnough,
  }),
  rule({
    name: 'sampleReplacement',
    text: ({ sample: { replacementReasons } }: WithSample) => ({
      title: 'Why a sampled case may be replaced',
      sentences: [],
      items: replacementReasons.map(({ title }) => title),
    }),
    check: ({ sample: { replacementReasons } }: WithSample) =>
      checkIds(
        replacementReasons.map(({ code }, index) => ({
          name: code,
          path: `sample.replacementReasons[${index}].code`,
        })),
      ),
  }),
]

function casesTitle({ domains }: WithSample, kind: CaseDomain): string {
  return domains.find(({ cases }) => cases === kind)?.title ?? kind
}

function checkWindows(written: WithSample): readonly Problem[] {
  const { windows } = written.sample
  const names = windows.map(({ cases }, index) => ({ name: cases, path: `sample.windows[${index}].cases` }))
  return [
    ...checkKnown(names, kindsOfCases(written)),
    ...checkUnique(names),
    ...windows.flatMap(({ earliest, latest }, index) =>
      earliest < latest
        ? [problem('edition.window-empty', { earliest, latest }, { path: `sample.windows[${index}].latest` })]
        : [],
    ),
  ]
}

function checkShares(written: WithSample): readonly Problem[] {
  const { shares } = written.sample
  const names = shares.map(({ cases }, index) => ({ name: cases, path: `sample.shares[${index}].cases` }))
  const sum = shares.reduce((total, { percent }) => total + percent, 0)
  return [
    ...checkKnown(names, kindsOfCases(written)),
    ...checkUnique(names),
    ...(shares.length > 0 && sum !== 100
      ? [problem('edition.shares-sum', { sum }, { path: 'sample.shares' })]
      : []),
  ]
}

function sizeText({ sample: { size: rule } }: WithSample): RuleText {
  return ruleText(
    'Size of the sample',
    `The sample is large enough for a confidence of ${rule.confidencePercent} per cent with a margin of error of ${rule.marginPoints} points, for a share of ${100 * rule.proportion} per cent among the eligible cases.`,
    roundingSentence(rule),
    ...(rule.minimum === null ? [] : [`It has at least ${rule.minimum} cases, if there are that many.`]),
    ...(rule.maximum === null ? [] : [`It has at most ${rule.maximum} cases.`]),
  )
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

function checkSize({
  sample: {
    size: { z, confidencePercent, minimum, maximum },
  },
}: WithSample): readonly Problem[] {
  const isBackwards = minimum !== null && maximum !== null && minimum > maximum
  return [
    ...checkDeviate(z, confidencePercent),
    ...(isBackwards
      ? [problem('edition.range-backwards', { from: minimum, to: maximum }, { path: 'sample.size.maximum' })]
      : []),
  ]
}

/** The deviate must agree with the confidence, to a hundredth of a per cent. */
function checkDeviate(z: number, confidence: number): readonly Problem[] {
  const calculated = 100 * errorFunction(z / Math.SQRT2)
  if (Math.abs(calculated - confidence) < 0.01) return []
  const details = { z, given: calculated.toFixed(2), confidence }
  return [problem('edition.deviate-differs', details, { path: 'sample.size.z' })]
}

/** Abramowitz and Stegun, formula 7.1.26: the share of a normal distribution, to seven decimal places. */
function errorFunction(x: number): number {
  const coefficients = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  const t = 1 / (1 + 0.3275911 * x)
  return 1 - coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0) * t * Math.exp(-x * x)
}

/** The title of a column of the case list; one that is not known here is shown as it is written. */
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
