import { type OverallRole, overallRoles } from '../../access/roles.ts'
import type { PersonWords } from '../managePeople.ts'

type Body = Readonly<Record<string, string>>

/** A person as the form gives them. */
export function personWords(body: Body): PersonWords {
  const { email = '', name = '' } = body
  return { email, name, overallRoles: overallRolesIn(body) }
}

/** The overall roles that are ticked: each is a field of its own. */
export function overallRolesIn(body: Body): readonly OverallRole[] {
  return overallRoles.filter((role) => isTicked(body, `role-${role}`))
}

export function isTicked(body: Body, field: string): boolean {
  return body[field] === 'yes'
}
