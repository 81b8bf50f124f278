/** What a case list says about a case that fieldwork records too. An inspector confirms or corrects it. */
import type { Edition } from '../framework/edition.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import { factOfForm } from './caseFacts.ts'

export type ListedFact = { readonly item: string; readonly value: string; readonly detail: string | null }

/**
 * The facts of a listed case that the edition asks for. `disposal` is in the edition's words; `sourceEthnicity` are the
 * list's own words where the harmonised category stands for them.
 */
export function factsFromList(
  edition: Edition,
  { gender, age, ethnicity }: ListedCase,
  disposal: string,
  sourceEthnicity: string | null,
): readonly ListedFact[] {
  const listed = [
    { form: 'disposal', value: disposal, detail: null },
    { form: 'gender', value: gender, detail: null },
    { form: 'age', value: age === null ? null : String(age), detail: null },
    { form: 'ethnicity', value: ethnicity, detail: sourceEthnicity },
  ] as const
  return listed.flatMap(({ form, value, detail }) => {
    const fact = factOfForm(edition, form)
    return fact === undefined || value === null ? [] : [{ item: fact.id, value, detail }]
  })
}
