/** Everything a person may be allowed to do. A route that names anything else stops the start. */
export const permissions = [
  'page.read',
  'edition.read',
  'inspection.list',
  'inspection.read',
  'inspection.announce',
  'inspection.correct',
  'inspection.import',
  'inspection.assign',
  'inspection.name-lead',
  'inspection.change-stage',
  'inspection.publish',
  'report.read',
  'findings.write',
  'case-list.read',
  'case-list.write',
  'sample.read',
  'sample.write',
  'allocation.read',
  'allocation.write',
  'case.read',
  'case.allocate',
  'case.answer',
  'case.decide',
  'case.check',
  'case.sign',
  'case.reopen',
  'audit.read',
  'refusal.read',
  'account.keep',
  'token.make',
  'people.manage',
] as const

export type Permission = (typeof permissions)[number]

export function isPermission(name: string): name is Permission {
  return permissions.some((permission) => permission === name)
}
