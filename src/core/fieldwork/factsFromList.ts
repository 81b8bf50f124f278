/** What a case list says about a case that fieldwork records too. An inspector confirms or corrects it. */
import type { ListedCase } from '../intake/listedCase.ts'

export type ListedFact = { readonly item: string; readonly value: string; readonly detail: string | null }

/**
 * The facts of a listed case. `disposal` is in the edition's words; `sourceEthnicity` are the list's own words where
 * the harmonised category stands for them.
 */
export function factsFromList(
  { gender, age, ethnicity }: ListedCase,
  disposal: string,
  sourceEthnicity: string | null,
): readonly ListedFact[] {
  return [
    { item: 'disposal', value: disposal, detail: null },
    { item: 'gender', value: gender, detail: null },
    ...(age === null ? [] : [{ item: 'age', value: String(age), detail: null }]),
    { item: 'ethnicity', value: ethnicity, detail: sourceEthnicity },
  ]
}
