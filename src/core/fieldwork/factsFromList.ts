/**
 * What a case list and the timetable say about a case that fieldwork records too. An inspector confirms or corrects it.
 */
import type { Edition } from '../framework/edition.ts'
import type { CaseFact } from '../framework/rules/caseRules.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import { factOfForm, factsOf } from './caseFacts.ts'
import { type Author, caseListAuthor, timetableAuthor } from './entry.ts'

export type ListedFact = {
  readonly item: string
  readonly value: string
  readonly detail: string | null
  /** The case list or the timetable. */
  readonly author: Author
}

/**
 * Returns the facts of a listed case that the edition asks for. `disposal` is the title in the edition;
 * `sourceEthnicity` is the text of the list, if the harmonised category replaces it; `interviewAt` is the day and time
 * in the timetable, or null if it has none.
 */
export function factsFromList(
  edition: Edition,
  listedCase: ListedCase,
  {
    disposal,
    sourceEthnicity,
    interviewAt,
  }: {
    readonly disposal: string
    readonly sourceEthnicity: string | null
    readonly interviewAt: string | null
  },
): readonly ListedFact[] {
  const { gender, age, ethnicity } = listedCase
  const listed = [
    { form: 'disposal', value: disposal, detail: null, author: caseListAuthor },
    { form: 'gender', value: gender, detail: null, author: caseListAuthor },
    { form: 'age', value: age === null ? null : String(age), detail: null, author: caseListAuthor },
    { form: 'ethnicity', value: ethnicity, detail: sourceEthnicity, author: caseListAuthor },
    { form: 'interview-time', value: interviewAt, detail: null, author: timetableAuthor },
  ] as const
  const ofForms = listed.flatMap(({ form, value, detail, author }) => {
    const fact = factOfForm(edition, form)
    return fact === undefined || value === null ? [] : [{ item: fact.id, value, detail, author }]
  })
  return [...ofForms, ...factsOf(edition).flatMap((fact) => classification(fact, listedCase))]
}

/** The case manager's classification, if it is among the values of the fact. */
function classification(fact: CaseFact, { rosh, safetyWellbeing }: ListedCase): readonly ListedFact[] {
  if (fact.fromList === null) return []
  const listed = fact.fromList === 'rosh' ? rosh : safetyWellbeing
  // An edition may call the list's “none made” by its shorter code.
  const value = fact.values.includes(listed) ? listed : listed.replace(/^none-made$/, 'none')
  if (!fact.values.includes(value)) return []
  return [{ item: fact.id, value, detail: null, author: caseListAuthor }]
}
