/** A small edition for rule tests: two kinds of cases, one standard from evidence, one rated separately. */
import type { Answer, Denominator } from '../../src/core/framework/answers.ts'
import type { Edition, RatingRules } from '../../src/core/framework/edition.ts'
import type { FieldworkRules } from '../../src/core/framework/rules/caseRules.ts'
import type { KeyQuestion, Standard } from '../../src/core/framework/standards.ts'
import { inventedEdition } from './inventedEdition.ts'

/** What a test says nothing about is as in the invented edition, so that a new rule of editions changes no test. */
const base = inventedEdition()

/** `text` as an id, so that tests can write ids down. */
export function named<Id extends string>(text: string): Id {
  if (!isNamed<Id>(text)) throw new RangeError('an id is not empty')
  return text
}

function isNamed<Id extends string>(text: string): text is Id {
  return text !== ''
}

export type EditionChanges = {
  readonly rules?: Partial<RatingRules>
  readonly denominator?: Denominator
  readonly answers?: readonly Answer[]
}

/**
 * Standards 1.1 (key questions 1.1.1 with prompts a and b, 1.1.2) and 1.2 of court cases, 2.1 of
 * out-of-court cases and 2.2 from evidence are scored, of 12 points; 3.1 is rated separately.
 */
export function aSmallEdition(changes: EditionChanges = {}): Edition {
  const asked = {
    denominator: changes.denominator ?? 'applicable-cases',
    answers: changes.answers ?? everyAnswer,
  }
  return {
    ...base,
    id: named('small'),
    title: 'A small edition',
    inForceFrom: '2020-01',
    wording: { holder: 'Nobody', licence: 'None', url: 'https://example.org' },
    sources: [],
    scale: [
      { rating: named('inadequate'), title: 'Inadequate', points: 0 },
      { rating: named('requires-improvement'), title: 'Requires improvement', points: 1 },
      { rating: named('good'), title: 'Good', points: 2 },
      { rating: named('outstanding'), title: 'Outstanding', points: 3 },
    ],
    strands: [
      { id: 'desistance', title: 'Desistance' },
      { id: 'safety', title: 'Safety' },
    ],
    notApplicableWhen: [
      {
        fact: 'known-victim',
        is: 'no',
        reason: 'There is no known victim.',
        questions: [named('1.1.1.a')],
      },
    ],
    fieldwork: smallFieldwork,
    domains: [
      {
        id: named('1'),
        title: 'Court',
        cases: named('court'),
        standards: [
          caseStandard('1.1', [
            keyQuestion('1.1.1', 'desistance', ['a', 'b'], asked),
            keyQuestion('1.1.2', 'safety', [], asked),
          ]),
          caseStandard('1.2', [keyQuestion('1.2.1', 'desistance', [], asked)]),
        ],
      },
      {
        id: named('2'),
        title: 'Out of court',
        cases: named('out-of-court'),
        standards: [
          caseStandard('2.1', [keyQuestion('2.1.1', 'desistance', [], asked)]),
          {
            ...evidenceStandard('2.2'),
            keyQuestions: [keyQuestion('2.2.1', null, [], { ...asked, answers: [] })],
          },
        ],
      },
      { id: named('3'), title: 'Apart', cases: null, standards: [evidenceStandard('3.1')] },
    ],
    rules: { ...smallRules(), ...changes.rules },
    sample: {
      ...base.sample,
      windows: [],
      shares: [],
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
      replacementReasons: [{ code: 'transferred', title: 'Transferred' }],
      disposals: [],
    },
    secondPersons: [
      { step: 'check', otherThan: ['answer', 'hand-in'] },
      { step: 'publish', otherThan: ['propose'] },
    ],
    ruleSources: [],
    notPublished: [],
  }
}

const plainFact = {
  form: 'choice',
  hint: null,
  fromList: null,
  values: [],
  detailTitle: null,
  needsDetailFor: null,
} as const

const smallFieldwork: FieldworkRules = {
  ...base.fieldwork,
  pullApartAbovePercent: 50,
  values: [],
  factGroups: [
    {
      id: 'child',
      title: 'The child',
      facts: [
        { ...plainFact, id: 'gender', form: 'gender', title: 'Gender', required: true },
        { ...plainFact, id: 'age', form: 'age', title: 'Age', required: true },
        { ...plainFact, id: 'ethnicity', form: 'ethnicity', title: 'Ethnicity', required: true },
        { ...plainFact, id: 'interview-at', form: 'interview-time', title: 'When?', required: false },
      ],
    },
    {
      id: 'case',
      title: 'The case',
      facts: [
        { ...plainFact, id: 'disposal', form: 'disposal', title: 'Disposal', required: false },
        { ...plainFact, id: 'known-victim', title: 'A known victim?', values: ['yes', 'no'], required: true },
        { ...plainFact, id: 'rosh-mine', title: 'Risk', values: ['low', 'very-high'], required: true },
        {
          ...plainFact,
          id: 'alert-raised',
          title: 'An alert?',
          values: ['yes', 'no'],
          detailTitle: 'About what',
          needsDetailFor: 'yes',
          required: true,
        },
      ],
    },
  ],
}

const everyAnswer = ['yes', 'no', 'na'] as const

function smallRules(): RatingRules {
  return {
    ...base.rules,
    rounding: 'half-up',
    bands: [
      { rating: named('inadequate'), from: 0, to: 49, word: null },
      { rating: named('requires-improvement'), from: 50, to: 64, word: null },
      { rating: named('good'), from: 65, to: 79, word: null },
      { rating: named('outstanding'), from: 80, to: 100, word: null },
    ],
    standardRating: 'lowest-key-question',
    scoredStandards: [named('1.1'), named('1.2'), named('2.1'), named('2.2')],
    resettlement: named('3.1'),
    overall: [
      {
        maximum: 12,
        bands: [
          { rating: named('inadequate'), from: 0, to: 2 },
          { rating: named('requires-improvement'), from: 3, to: 6 },
          { rating: named('good'), from: 7, to: 10 },
          { rating: named('outstanding'), from: 11, to: 12 },
        ],
      },
    ],
    limitingJudgements: [
      { standard: named('3.1'), rated: named('inadequate'), overallAtMost: named('good') },
    ],
    mayBeUnrated: [],
    professionalJudgement: { steps: null, withinPoints: null, directions: ['up', 'down'] },
  }
}

function caseStandard(id: string, keyQuestions: readonly KeyQuestion[]): Standard {
  return { ...evidenceStandard(id), judgedFrom: 'cases', keyQuestions }
}

function evidenceStandard(id: string): Standard {
  return {
    id: named(id),
    title: `Standard ${id}`,
    statement: 'Work is done well.',
    judgedFrom: 'evidence',
    keyQuestions: [],
    keyData: [],
    sections: [],
  }
}

type Asked = { readonly denominator: Denominator; readonly answers: readonly Answer[] }

function keyQuestion(
  id: string,
  strand: string | null,
  letters: readonly string[],
  asked: Asked,
): KeyQuestion {
  const prompts = letters.map((letter) => ({
    id: named<KeyQuestion['prompts'][number]['id']>(`${id}.${letter}`),
    letter,
    text: `Is ${letter} done?`,
    ...asked,
    answers: everyAnswer,
  }))
  return { id: named(id), strand, text: `Is ${id} done well?`, guidance: null, ...asked, prompts }
}
