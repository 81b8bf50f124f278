/**
 * What is recorded about every case other than its questions: the facts of its edition, and the values they may have.
 */
import type { Edition } from '../framework/edition.ts'
import type { CaseFact, FactForm } from '../framework/rules/caseRules.ts'
import { ethnicities, ethnicityStandard } from '../intake/ethnicities.ts'
import { genders } from '../intake/valueCodes.ts'

/** Returns every fact of the edition, in the order of the form. */
export function factsOf({ fieldwork }: Edition): readonly CaseFact[] {
  return fieldwork.factGroups.flatMap(({ facts }) => facts)
}

/** Returns the fact with the id, or undefined if the edition has none. */
export function findFact(edition: Edition, id: string): CaseFact | undefined {
  return factsOf(edition).find((fact) => fact.id === id)
}

/** Returns the fact that has the form, or undefined if the edition does not ask for one. */
export function factOfForm(
  edition: Edition,
  wanted: Exclude<FactForm, 'choice' | 'words'>,
): CaseFact | undefined {
  return factsOf(edition).find(({ form }) => form === wanted)
}

/** Returns the values the fact may have; none unless it is a choice among values. */
export function valuesOf({ form, values }: CaseFact): readonly string[] {
  switch (form) {
    case 'gender':
      return genders.map(({ code }) => code)
    case 'ethnicity':
      return ethnicities.map(({ code }) => code)
    default:
      return values
  }
}

/** Returns the published list that the values belong to, with its version; null if they are the edition's own. */
export function listOfValues({ form }: CaseFact): string | null {
  return form === 'ethnicity' ? ethnicityStandard : null
}
