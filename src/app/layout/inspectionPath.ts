/** Returns the address of an inspection's own page, below which its other pages are. */
export function inspectionPath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}`
}

/** The pages of an inspection to which other areas lead. */
export type InspectionPage =
  | 'allocation'
  | 'begin-fieldwork'
  | 'case-list'
  | 'cases'
  | 'correct'
  | 'findings'
  | 'people'
  | 'publication'
  | 'report'
  | 'sample'
  | 'stage'

/** Returns the address of a page of an inspection. */
export function inspectionPagePath(inspection: string, page: InspectionPage): string {
  return `${inspectionPath(inspection)}/${page}`
}
