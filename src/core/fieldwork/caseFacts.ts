/** What is recorded about every case besides its questions: the facts that inspectors establish themselves. */

const classifications = ['low', 'medium', 'high', 'very-high', 'none'] as const
const yesNo = ['yes', 'no'] as const
const yesNoNa = ['yes', 'no', 'na'] as const

export const factGroups = ['case', 'interview', 'rosh', 'safety-wellbeing', 'oversight'] as const
export type FactGroup = (typeof factGroups)[number]

export type CaseFact = {
  readonly id: string
  readonly group: FactGroup
  /** The words of the form. */
  readonly title: string
  /** The values it may have; none where it is text. */
  readonly values: readonly string[]
  /** Where the value needs a few words beside it. */
  readonly asksDetail: boolean
  /** Whether a case is complete without it. */
  readonly required: boolean
}

function fact(group: FactGroup, id: string, title: string, values: readonly string[] = []): CaseFact {
  return { id, group, title, values, asksDetail: false, required: values.length > 0 }
}

/** The two classifications of a case, each judged by the case manager and by the inspector. */
function classified(group: FactGroup, title: string): readonly CaseFact[] {
  return [
    fact(group, `${group}-theirs`, `${title}: the case manager’s classification`, classifications),
    fact(group, `${group}-mine`, `${title}: the inspector’s classification`, classifications),
    fact(group, `${group}-agree`, 'Does the inspector agree with the case manager?', yesNo),
    {
      ...fact(group, `${group}-reasonable`, 'Was the case manager’s classification reasonable?', yesNo),
      asksDetail: true,
    },
  ]
}

/** Every fact, in the order of the form. */
export const caseFacts: readonly CaseFact[] = [
  fact('case', 'disposal', 'Disposal'),
  fact('case', 'offence', 'Main offence'),
  fact('case', 'known-victim', 'Is there a known victim?', yesNo),
  fact('case', 'risk-to-others', 'Are there factors related to keeping other people safe?', yesNo),
  fact('interview', 'interview-at', 'When is the interview?'),
  { ...fact('interview', 'interview-held', 'Was the interview held?', yesNo), asksDetail: true },
  { ...fact('interview', 'interview-with', 'Who was interviewed?'), required: false },
  ...classified('rosh', 'Risk of serious harm'),
  ...classified('safety-wellbeing', 'Safety and wellbeing'),
  {
    ...fact('oversight', 'management-oversight', 'Was management oversight sufficient?', yesNoNa),
    asksDetail: true,
  },
  {
    ...fact('oversight', 'services-available', 'Were the services that were needed available?', yesNoNa),
    asksDetail: true,
  },
]

export function findFact(id: string): CaseFact | undefined {
  return caseFacts.find((each) => each.id === id)
}
