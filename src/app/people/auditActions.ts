/** What the audit log can say was done, `noun.verb`; 'reads' is for pages that change nothing. */
export const auditActions = [
  'reads',
  'inspection.import-results',
  'inspection.import-answers',
  'inspection.import-findings',
  'inspection.save-findings',
  'case-list.receive',
  'case-list.map',
  'case-list.take',
  'case-list.give-up',
] as const
