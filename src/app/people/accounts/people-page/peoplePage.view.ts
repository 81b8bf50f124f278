import { roleTitles } from '../../../../core/access/roles.ts'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { personPath } from '../../paths.ts'
import type { Person } from '../people.queries.ts'
import { roleCheckboxes, tickedRoles } from '../person.form.ts'

/** Returns what the list of people prints, with the form that adds one. */
export function peopleView(people: readonly Person[], sent: SentForm | null) {
  return {
    roles: roleCheckboxes(tickedRoles(sent?.values ?? {})),
    people: people.map((person) => ({
      name: person.name,
      email: person.email,
      href: personPath(person.personId),
      roles: person.overallRoles.map((role) => roleTitles[role]).join(', ') || 'None',
      status: statusText(person),
      notes: [
        ...(person.hasAuthenticator ? ['Uses an authenticator app'] : []),
        ...(person.madeUp ? ['Demonstration'] : []),
      ],
    })),
  }
}

function statusText({ closed, hasPassword }: Person): string {
  if (closed) return 'Closed'
  return hasPassword ? 'Open' : 'No password yet'
}
