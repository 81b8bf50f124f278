import { inspectionPagePath } from '../layout/inspectionPath.ts'

/** Returns the address of the page of an inspection's stages. */
export function stagePath(inspection: string): string {
  return inspectionPagePath(inspection, 'stage')
}

/** Returns the address of the page that publishes an inspection. */
export function publicationPath(inspection: string): string {
  return inspectionPagePath(inspection, 'publication')
}

/** Returns the address to which the form that proposes publication is sent. */
export function proposePath(inspection: string): string {
  return `${stagePath(inspection)}/propose`
}
