/** Returns the address of an inspection's own page, below which its other pages are. */
export function inspectionPath(inspection: string): string {
  return `/inspections/${encodeURIComponent(inspection)}`
}

/** Returns the address of the page that begins fieldwork, for the areas that lead to it. */
export function beginFieldworkPath(inspection: string): string {
  return `${inspectionPath(inspection)}/begin-fieldwork`
}

/** Returns the address of the page that moves an inspection to another stage, for the areas that lead to it. */
export function stagePath(inspection: string): string {
  return `${inspectionPath(inspection)}/stage`
}

/** Returns the address of the page of the people of an inspection, for the areas that lead to it. */
export function inspectionPeoplePath(inspection: string): string {
  return `${inspectionPath(inspection)}/people`
}
