/** An invented edition and an inspection rated under it, in the states that a report must be able to print. */
import type { Edition } from '../../src/core/framework/edition.ts'
import type { Rating } from '../../src/core/framework/scale.ts'
import type { KeyQuestion, Standard } from '../../src/core/framework/standards.ts'
import { percentHalfUp } from '../../src/core/kernel/percent.ts'
import type { RatedKeyQuestion, RatedStandard } from '../../src/core/ratings/ratedInspection.ts'
import type { ReportSources } from '../../src/core/report/reportSources.ts'
import { inventedEdition } from './inventedEdition.ts'

type Ids = Edition['id'] & Standard['id'] & KeyQuestion['id'] & KeyQuestion['prompts'][number]['id']
const id = (text: string) => text as unknown as Ids & Edition['domains'][number]['id'] & Rating
const rating = (text: string) => text as unknown as Rating

const keyQuestion = (name: string, text: string): KeyQuestion => ({
  id: id(name),
  strand: null,
  text,
  guidance: null,
  answers: ['yes', 'no', 'na'],
  denominator: 'all-inspected-cases',
  prompts: [
    {
      id: id(`${name}.a`),
      letter: 'a',
      text: `Does the first prompt of ${name} hold?`,
      answers: ['yes', 'no', 'na'],
      denominator: 'applicable-cases',
    },
  ],
})

const standard = (
  name: string,
  title: string,
  judgedFrom: Standard['judgedFrom'],
  questions: readonly KeyQuestion[],
): Standard => ({
  id: id(name),
  title,
  statement: `The statement of ${title} says what good work is.`,
  judgedFrom,
  keyQuestions: questions,
  keyData: [],
  sections: [],
})

/** What a report does not print is as in the invented edition, so that a new rule of editions changes no test. */
const base = inventedEdition()

export const lighthouseEdition: Edition = {
  ...base,
  id: id('invented-1'),
  title: 'Invented standards for lighthouses',
  inForceFrom: '2001-02',
  wording: { holder: 'The Board of Lights', licence: 'Open licence', url: 'https://example.org/lights' },
  sources: [],
  scale: [
    { rating: rating('dark'), title: 'Dark', points: 0 },
    { rating: rating('dim'), title: 'Dim', points: 2 },
    { rating: rating('bright'), title: 'Bright', points: 4 },
  ],
  strands: [],
  notApplicableWhen: [],
  fieldwork: { ...base.fieldwork, pullApartAbovePercent: 50, values: [], factGroups: [] },
  secondPersons: [],
  domains: [
    {
      id: id('A'),
      title: 'The board',
      cases: null,
      standards: [standard('A1', 'Oversight', 'evidence', [])],
    },
    {
      id: id('B'),
      title: 'Lamps',
      cases: id('lamp') as unknown as Edition['domains'][number]['cases'],
      standards: [
        standard('B1', 'Lighting', 'cases', [
          keyQuestion('B1.1', 'Is the lamp lit at dusk?'),
          keyQuestion('B1.2', 'Is the lens clean?'),
        ]),
      ],
    },
    {
      id: id('C'),
      title: 'Fog signals',
      cases: id('fog') as unknown as Edition['domains'][number]['cases'],
      standards: [standard('C1', 'Sounding', 'evidence', [])],
    },
  ],
  rules: {
    ...base.rules,
    rounding: 'half-up',
    bands: [
      { rating: rating('dark'), from: 0, to: 39, word: null },
      { rating: rating('dim'), from: 40, to: 69, word: null },
      { rating: rating('bright'), from: 70, to: 100, word: null },
    ],
    standardRating: 'lowest-key-question',
    scoredStandards: [id('A1'), id('B1')],
    resettlement: id('C1'),
    overall: [
      {
        maximum: 8,
        bands: [
          { rating: rating('dark'), from: 0, to: 2 },
          { rating: rating('dim'), from: 3, to: 6 },
          { rating: rating('bright'), from: 7, to: 8 },
        ],
      },
    ],
    limitingJudgements: [{ standard: id('C1'), rated: rating('dark'), overallAtMost: rating('dim') }],
    mayBeUnrated: [],
    professionalJudgement: { steps: null, withinPoints: null, directions: ['up', 'down'] },
  },
  sample: {
    ...base.sample,
    windows: [],
    size: {
      confidencePercent: 80,
      z: 1.28,
      marginPoints: 5,
      proportion: 0.5,
      rounding: 'up',
      minimum: null,
      maximum: null,
    },
    balancedBy: [],
    subgroups: { fewestCases: 5, widestMarginPoints: 20 },
    replacementReasons: [],
    shares: [],
    disposals: [],
  },
  ruleSources: [],
  notPublished: [],
}

const blank: RatedStandard = {
  standard: id('A1'),
  judgedFrom: 'evidence',
  calculated: null,
  awarded: rating('bright'),
  points: 4,
  decidedBy: null,
  keyQuestions: [],
  prompts: [],
  professionalJudgement: null,
  unratedReason: null,
  rules: [],
}

function counted(name: string, yes: number, of: number, band: string): RatedKeyQuestion {
  return {
    id: id(name),
    yes,
    no: of - yes,
    na: 0,
    unanswered: 0,
    of,
    denominator: 'all-inspected-cases',
    percentYes: percentHalfUp(yes, of),
    band: rating(band),
    yesToNextBand: 2,
    yesToBandBelow: 1,
    rules: [],
  }
}

const withCounts: RatedStandard = {
  ...blank,
  standard: id('B1'),
  judgedFrom: 'cases',
  calculated: rating('dim'),
  awarded: rating('dim'),
  points: 2,
  decidedBy: id('B1.1'),
  keyQuestions: [counted('B1.1', 11, 17, 'dim'), counted('B1.2', 13, 17, 'bright')],
  prompts: [
    {
      id: id('B1.1.a'),
      yes: 2,
      no: 1,
      na: 14,
      unanswered: 0,
      of: 3,
      denominator: 'applicable-cases',
      percentYes: percentHalfUp(2, 3),
    },
  ],
}

/** An inspection with the answers of its cases, findings and recommendations; not published. */
export function aReport(): ReportSources {
  return {
    edition: lighthouseEdition,
    rated: {
      edition: lighthouseEdition.id,
      standards: [blank, withCounts, { ...blank, standard: id('C1'), points: null }],
      score: 6,
      maximum: 8,
      overall: rating('dim'),
      overallCalculated: rating('dim'),
      limitedBy: null,
      resettlement: rating('bright'),
      notes: [],
      rules: [],
    },
    facts: {
      underWay: null,
      id: 'rock-2001-03',
      serviceName: 'Rock Lighthouse',
      fieldworkStarted: '2001-03-05',
      published: null,
      source: null,
      madeUp: false,
      cases: [
        { domain: 'lamp', inspected: 17 },
        { domain: 'fog', inspected: 1 },
      ],
    },
    findings: [
      {
        standard: id('B1'),
        strengths: ['Keepers lit the lamp on every night that was looked at.'],
        areasForImprovement: ['The lens was cleaned too seldom.'],
      },
    ],
    recommendations: [
      { owner: 'The head keeper', text: 'Clean the lens every week.' },
      { owner: 'The board', text: 'Pay for a second lens.' },
      { owner: 'The head keeper', text: 'Write down each cleaning.' },
    ],
  }
}

/** The same with only published percentages, and no text. */
export function aPublishedReport(): ReportSources {
  const { rated, facts, ...own } = aReport()
  const uncounted = rated.standards.map((one) => ({
    ...one,
    prompts: [],
    keyQuestions: one.keyQuestions.map((figure) => ({
      ...figure,
      yes: null,
      no: null,
      na: null,
      unanswered: null,
      of: null,
      yesToNextBand: null,
      yesToBandBelow: null,
    })),
  }))
  return {
    ...own,
    rated: { ...rated, standards: uncounted },
    facts: { ...facts, published: '2001-06', source: 'Inspection of Rock Lighthouse, Open licence' },
    findings: [],
    recommendations: [],
  }
}

/** `sources` with the standard's rating set by a professional judgement. */
export function withJudgement(sources: ReportSources, reason: string): ReportSources {
  const standards = sources.rated.standards.map((one) =>
    one.standard === 'B1'
      ? {
          ...one,
          awarded: rating('bright'),
          points: 4,
          professionalJudgement: { rating: rating('bright'), reason },
        }
      : one,
  )
  return { ...sources, rated: { ...sources.rated, standards } }
}

/** `sources` with a standard declared unrated. */
export function withUnrated(sources: ReportSources, reason: string): ReportSources {
  const standards = sources.rated.standards.map((one) =>
    one.standard === 'C1' ? { ...one, awarded: null, unratedReason: reason } : one,
  )
  return { ...sources, rated: { ...sources.rated, standards, resettlement: null } }
}
