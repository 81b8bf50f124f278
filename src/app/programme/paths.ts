export function stagePath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}/stage`
}

export function publicationPath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}/publication`
}
