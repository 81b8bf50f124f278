import { type OverallRole, overallRoles, roleTitles } from '../../../core/access/roles.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import type { PersonForm } from './managePeople.ts'

/** Returns the person that a form describes. */
export function personForm(values: FormValues): PersonForm {
  const { email = '', name = '' } = values
  return { email, name, overallRoles: tickedRoles(values) }
}

/** Returns the roles in all inspections that are ticked: each is a field of its own. */
export function tickedRoles(values: FormValues): readonly OverallRole[] {
  return overallRoles.filter((role) => isTicked(values, fieldOf(role)))
}

/** Returns whether the checkbox `field` is ticked. */
export function isTicked(values: FormValues, field: string): boolean {
  return values[field] === 'yes'
}

/** Returns the checkboxes of the roles in all inspections, as govukCheckboxes takes them. */
export function roleCheckboxes(ticked: readonly OverallRole[]) {
  return overallRoles.map((role) => ({
    name: fieldOf(role),
    value: 'yes',
    text: roleTitles[role],
    checked: ticked.includes(role),
  }))
}

function fieldOf(role: OverallRole): string {
  return `role-${role}`
}
