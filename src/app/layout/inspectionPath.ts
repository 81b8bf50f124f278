/** Returns the address of an inspection's own page, below which its other pages are. */
export function inspectionPath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}`
}

/** The pages and files of an inspection to which other areas lead. */
export type InspectionPage =
  | 'allocation'
  | 'annexe.csv'
  | 'annexe.ods'
  | 'answers.csv'
  | 'begin-fieldwork'
  | 'case-list'
  | 'cases'
  | 'correct'
  | 'findings'
  | 'history'
  | 'judgements.json'
  | 'people'
  | 'publication'
  | 'recommendations'
  | 'report'
  | 'report.pdf'
  | 'sample'
  | 'stage'

/** Returns the address of a page or file of an inspection. */
export function inspectionPagePath(inspection: string, page: InspectionPage): string {
  return `${inspectionPath(inspection)}/${page}`
}

/** Returns the address of the history of a case, to which the histories of people and inspections lead. */
export function caseHistoryPath(inspection: string, caseId: string): string {
  return `${inspectionPagePath(inspection, 'cases')}/${encodeURIComponent(caseId)}/history`
}
