/** What the audit log can say was done, `noun.verb`; 'reads' is for pages that change nothing. */
export const auditActions = [
  'reads',
  'inspection.import-results',
  'inspection.import-answers',
  'inspection.import-findings',
  'inspection.save-findings',
] as const
