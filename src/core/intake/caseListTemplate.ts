/** The template of a case list: headings, a note for each column, and the values it may have. */
import { caseListFields, fieldDescriptions } from './caseListFields.ts'
import type { CaseListRules } from './caseListRules.ts'
import { ethnicities } from './ethnicities.ts'
import { classes, genders } from './valueCodes.ts'

export const templateHeadings: readonly string[] = caseListFields.map(
  (field) => fieldDescriptions[field].heading,
)

export const notesHeadings: readonly string[] = ['Column', 'What it is', 'Needed', 'Note']
export const valuesHeadings: readonly string[] = ['Column', 'Value', 'Meaning']

/** Returns a line for each column: heading, title, whether it is needed, note. */
export function templateNotes(): readonly (readonly string[])[] {
  return [
    notesHeadings,
    ...caseListFields.map((field) => {
      const { heading, title, needed, note } = fieldDescriptions[field]
      return [heading, title, needed ? 'Yes' : 'No', note]
    }),
  ]
}

/** Returns a line for each value that a column may have: heading, value, meaning. */
export function templateValues(rules: CaseListRules): readonly (readonly string[])[] {
  const lists = [
    { heading: fieldDescriptions.domain.heading, values: rules.domains },
    { heading: fieldDescriptions.disposal.heading, values: rules.disposals },
    { heading: fieldDescriptions.gender.heading, values: genders },
    { heading: fieldDescriptions.ethnicity.heading, values: ethnicities },
    { heading: fieldDescriptions.rosh.heading, values: classes },
    { heading: fieldDescriptions.safetyWellbeing.heading, values: classes },
  ]
  return [
    valuesHeadings,
    ...lists.flatMap(({ heading, values }) => values.map(({ code, title }) => [heading, code, title])),
  ]
}
