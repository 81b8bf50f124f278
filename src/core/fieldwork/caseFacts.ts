/** What is recorded about every case besides its questions: the facts that inspectors establish themselves. */
import { ethnicities, ethnicityStandard } from '../intake/ethnicities.ts'
import { genders } from '../intake/valueCodes.ts'

const classifications = ['low', 'medium', 'high', 'very-high', 'none'] as const
const yesNo = ['yes', 'no'] as const
const yesNoNa = ['yes', 'no', 'na'] as const

export const factGroups = [
  'child',
  'case',
  'interview',
  'rosh',
  'safety-wellbeing',
  'oversight',
  'alert',
] as const
export type FactGroup = (typeof factGroups)[number]

/** `choice`: one of the values. `age`: whole years, or `not-known`. `date-time`: `2026-06-01T10:30`. */
export type FactForm = 'choice' | 'words' | 'age' | 'date-time'

export type CaseFact = {
  readonly id: string
  readonly group: FactGroup
  readonly form: FactForm
  /** The words of the form. */
  readonly title: string
  readonly hint: string | null
  /** The values it may have; none where it is not a choice. */
  readonly values: readonly string[]
  /** The published list that the values are of, with its version; null where they are the product's own. */
  readonly standard: string | null
  /** What may be written beside the value; null where nothing may. */
  readonly detailTitle: string | null
  /** The value that is incomplete without those words, or null. */
  readonly needsDetailFor: string | null
  /** Whether a case is complete without it. */
  readonly required: boolean
}

type FactParts = Partial<Omit<CaseFact, 'group' | 'id' | 'title'>>

function fact(group: FactGroup, id: string, title: string, parts: FactParts = {}): CaseFact {
  const { values = [] } = parts
  return {
    id,
    group,
    title,
    form: values.length > 0 ? 'choice' : 'words',
    hint: null,
    values,
    standard: null,
    detailTitle: null,
    needsDetailFor: null,
    required: values.length > 0,
    ...parts,
  }
}

const codesOf = (codes: readonly { readonly code: string }[]) => codes.map(({ code }) => code)

/** The two classifications of a case, each judged by the case manager and by the inspector. */
function classified(group: FactGroup, title: string): readonly CaseFact[] {
  return [
    fact(group, `${group}-theirs`, `${title}: the case manager’s classification`, {
      values: classifications,
    }),
    fact(group, `${group}-mine`, `${title}: the inspector’s classification`, { values: classifications }),
    fact(group, `${group}-agree`, 'Does the inspector agree with the case manager?', { values: yesNo }),
    fact(group, `${group}-reasonable`, 'Was the case manager’s classification reasonable?', {
      values: yesNo,
      detailTitle: 'Reason',
    }),
  ]
}

/** Who the child is, as far as inspections ask: never inferred, and first as the case list says it. */
const ofTheChild: readonly CaseFact[] = [
  fact('child', 'gender', 'Gender', { values: codesOf(genders), hint: 'As the child describes it.' }),
  fact('child', 'age', 'Age', {
    form: 'age',
    hint: 'Whole years at the start of the order or outcome, or “not known”. Never the date of birth.',
    required: true,
  }),
  fact('child', 'ethnicity', 'Ethnicity', {
    values: codesOf(ethnicities),
    hint: 'As the child or the file says it, never inferred.',
    standard: ethnicityStandard,
    detailTitle: 'The words of the source, where they differ',
  }),
  fact('child', 'looked-after', 'Is the child looked after?', { values: ['yes', 'no', 'not-known'] }),
]

/** Every fact, in the order of the form. */
export const caseFacts: readonly CaseFact[] = [
  ...ofTheChild,
  fact('case', 'disposal', 'Disposal'),
  fact('case', 'offence', 'Main offence'),
  fact('case', 'known-victim', 'Is there a known victim?', { values: yesNo }),
  fact('case', 'risk-to-others', 'Are there factors related to keeping other people safe?', {
    values: yesNo,
  }),
  fact('interview', 'interview-at', 'When is the interview?', { form: 'date-time' }),
  fact('interview', 'interview-held', 'Was the interview held?', { values: yesNo, detailTitle: 'Reason' }),
  fact('interview', 'interview-with', 'Who was interviewed?'),
  ...classified('rosh', 'Risk of serious harm'),
  ...classified('safety-wellbeing', 'Safety and wellbeing'),
  fact('oversight', 'management-oversight', 'Was management oversight sufficient?', {
    values: yesNoNa,
    detailTitle: 'Reason',
  }),
  fact('oversight', 'services-available', 'Were the services that were needed available?', {
    values: yesNoNa,
    detailTitle: 'Reason',
  }),
  fact('alert', 'alert-raised', 'Was an individual alert raised with the service?', {
    values: yesNo,
    hint: 'Raise one where practice puts somebody at identifiable, significant and imminent risk.',
    detailTitle: 'What the alert is about, in a few words and without names',
    needsDetailFor: 'yes',
  }),
]

export function findFact(id: string): CaseFact | undefined {
  return caseFacts.find((each) => each.id === id)
}
