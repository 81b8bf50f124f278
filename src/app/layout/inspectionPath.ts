/** The address of an inspection's own page, below which its other pages are. */
export function inspectionPath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}`
}
