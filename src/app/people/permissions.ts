/** Everything a person may be allowed to do. A route that names anything else stops the start. */
export const permissions = [
  'page.read',
  'edition.read',
  'inspection.read',
  'inspection.import',
  'report.read',
  'findings.write',
] as const
