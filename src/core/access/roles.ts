/** The roles of people, each listed once. */

/** Roles in one inspection, of people of the inspectorate. */
export const inspectionRoles = [
  'lead',
  'inspector',
  'assistant-inspector',
  'local-assessor',
  'quality-lead',
  'research',
  'operations',
] as const

/** Roles in one inspection, of people of the inspected service. */
export const serviceRoles = [
  'head-of-service',
  'evidence-coordinator',
  'case-manager',
  'board-chair',
] as const

/** Roles in all inspections. */
export const overallRoles = ['head-of-programme', 'chief-inspector', 'administrator'] as const

export type OverallRole = (typeof overallRoles)[number]
export type RoleInInspection = (typeof inspectionRoles)[number] | (typeof serviceRoles)[number]
export type Role = OverallRole | RoleInInspection

export const rolesInInspection: readonly RoleInInspection[] = [...inspectionRoles, ...serviceRoles]
export const roles: readonly Role[] = [...overallRoles, ...rolesInInspection]

/** What each role is called on pages. */
export const roleTitles: Readonly<Record<Role, string>> = {
  'head-of-programme': 'Head of programme',
  'chief-inspector': 'Chief inspector',
  administrator: 'Administrator',
  lead: 'Lead inspector',
  inspector: 'Inspector',
  'assistant-inspector': 'Assistant inspector',
  'local-assessor': 'Local assessor',
  'quality-lead': 'Quality lead',
  research: 'Research analyst',
  operations: 'Operations',
  'head-of-service': 'Head of service',
  'evidence-coordinator': 'Evidence coordinator',
  'case-manager': 'Case manager',
  'board-chair': 'Board chair',
}

/** Returns whether `name` is a role in all inspections. */
export function isOverallRole(name: string): name is OverallRole {
  return overallRoles.some((role) => role === name)
}

/** Returns whether `name` is a role in one inspection. */
export function isRoleInInspection(name: string): name is RoleInInspection {
  return rolesInInspection.some((role) => role === name)
}
