import type { SentForm } from '../../../layout/form/formPage.ts'
import { closeAccountPath, personHistoryPath, personPath, resetPasswordPath } from '../../paths.ts'
import type { Person } from '../people.queries.ts'
import { roleCheckboxes, tickedRoles } from '../person.form.ts'

/** The forms of the page. */
export const personForms = { change: 'change', reset: 'reset', close: 'close' } as const

/** Returns what the page of a person prints: with what was typed, if a change of name and roles was refused. */
export function personView(person: Person, sent: SentForm | null) {
  const change = sent?.form === personForms.change ? sent.values : null
  return {
    person,
    values: { name: change?.['name'] ?? person.name },
    roles: roleCheckboxes(change === null ? person.overallRoles : tickedRoles(change)),
    historyHref: personHistoryPath(person.personId),
    changeHref: personPath(person.personId),
    resetHref: resetPasswordPath(person.personId),
    closeHref: closeAccountPath(person.personId),
  }
}
