/** The addresses of fieldwork's pages. */
import { inspectionPath } from '../layout/inspectionPath.ts'

const part = encodeURIComponent

export function casesPath(inspection: string): string {
  return `${inspectionPath(inspection)}/cases`
}

export function beginFieldworkPath(inspection: string): string {
  return `${inspectionPath(inspection)}/begin-fieldwork`
}

export function casePath({ inspectionId, caseId }: { inspectionId: string; caseId: string }): string {
  return `${casesPath(inspectionId)}/${part(caseId)}`
}

/** The address of the case in the API, from which scripts make those of its entries. */
export function caseApiPath(key: { inspectionId: string; caseId: string }): string {
  return `/api/v1${casePath(key)}`
}
