import { inspectionPath } from '../layout/inspectionPath.ts'

export function stagePath(inspection: string): string {
  return `${inspectionPath(inspection)}/stage`
}

export function publicationPath(inspection: string): string {
  return `${inspectionPath(inspection)}/publication`
}
