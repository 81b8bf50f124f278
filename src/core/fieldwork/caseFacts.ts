/** What is recorded about every case besides its questions: the facts of its edition, and the values they may have. */
import type { Edition } from '../framework/edition.ts'
import type { CaseFact, FactForm } from '../framework/rules/caseRules.ts'
import { ethnicities, ethnicityStandard } from '../intake/ethnicities.ts'
import { genders } from '../intake/valueCodes.ts'

/** Every fact of the edition, in the order of the form. */
export function factsOf({ fieldwork }: Edition): readonly CaseFact[] {
  return fieldwork.factGroups.flatMap(({ facts }) => facts)
}

export function findFact(edition: Edition, id: string): CaseFact | undefined {
  return factsOf(edition).find((fact) => fact.id === id)
}

/** The one fact that is kept by the method; undefined where the edition asks for none. */
export function factOfForm(
  edition: Edition,
  wanted: Exclude<FactForm, 'choice' | 'words'>,
): CaseFact | undefined {
  return factsOf(edition).find(({ form }) => form === wanted)
}

/** The values the fact may have; none where it is no choice among values. */
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

/** The published list that the values are of, with its version; null where they are the edition's own. */
export function listOfValues({ form }: CaseFact): string | null {
  return form === 'ethnicity' ? ethnicityStandard : null
}
