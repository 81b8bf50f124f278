/** Addresses of the report of an inspection, and of the pages on which it is written. */
import { inspectionPath } from '../layout/inspectionPath.ts'

/** Returns the address of the report of an inspection as a web page. */
export function reportPath(inspection: string): string {
  return `${inspectionPath(inspection)}/report`
}

/** Returns the address of the page on which all findings of an inspection are written. */
export function findingsPath(inspection: string): string {
  return `${inspectionPath(inspection)}/findings`
}

/** Returns the address of the findings of one standard on the page of all findings. */
export function standardFindingsPath(inspection: string, standard: string): string {
  return `${findingsPath(inspection)}#standard-${encodeURIComponent(standard)}`
}

/** Returns the address of the list of recommendations of an inspection. */
export function recommendationsPath(inspection: string): string {
  return `${inspectionPath(inspection)}/recommendations`
}

/** Returns the address of the page on which a recommendation is added. */
export function newRecommendationPath(inspection: string): string {
  return `${recommendationsPath(inspection)}/new`
}

/** Returns the address of the page on which one recommendation is changed. */
export function recommendationPath(inspection: string, id: string): string {
  return `${recommendationsPath(inspection)}/${encodeURIComponent(id)}`
}

/** Returns the address to which a form sends that a recommendation moves up or down. */
export function moveRecommendationPath(inspection: string, id: string): string {
  return `${recommendationPath(inspection, id)}/move`
}

/** Returns the address of the page that asks before a recommendation is removed. */
export function removeRecommendationPath(inspection: string, id: string): string {
  return `${recommendationPath(inspection, id)}/remove`
}

/** Returns the address of one recommendation in the list of them. */
export function recommendationInListPath(inspection: string, id: string): string {
  return `${recommendationsPath(inspection)}#recommendation-${encodeURIComponent(id)}`
}
