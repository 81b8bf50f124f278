/** The roles people hold, each listed once, in the field's words. */

/** Held in one inspection, by the inspectorate's people. */
export const inspectionRoles = [
  'lead',
  'inspector',
  'assistant-inspector',
  'local-assessor',
  'quality-lead',
  'research',
  'operations',
] as const

/** Held in one inspection, by the inspected service's people. */
export const serviceRoles = [
  'head-of-service',
  'evidence-coordinator',
  'case-manager',
  'board-chair',
] as const

/** Held over all inspections. */
export const overallRoles = ['head-of-programme', 'chief-inspector', 'administrator'] as const

export type OverallRole = (typeof overallRoles)[number]
export type RoleInInspection = (typeof inspectionRoles)[number] | (typeof serviceRoles)[number]
export type Role = OverallRole | RoleInInspection

export const rolesInInspection: readonly RoleInInspection[] = [...inspectionRoles, ...serviceRoles]
export const roles: readonly Role[] = [...overallRoles, ...rolesInInspection]

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

export function isOverallRole(name: string): name is OverallRole {
  return overallRoles.some((role) => role === name)
}

export function isRoleInInspection(name: string): name is RoleInInspection {
  return rolesInInspection.some((role) => role === name)
}
