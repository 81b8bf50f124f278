/** Addresses of the list of inspections and of the ratings of one. */
import { inspectionPath } from '../layout/inspectionPath.ts'

export const inspectionsPath = '/inspections'

export const importResultsPath = '/import/results'
export const importAnswersPath = '/import/answers'

/** Returns the address of a standard with its rating in an inspection. */
export function ratedStandardPath(inspection: string, standard: string): string {
  return `${inspectionPath(inspection)}/standards/${encodeURIComponent(standard)}`
}
