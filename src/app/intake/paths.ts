/** Addresses of the pages of case lists. */
import { inspectionPath } from '../layout/inspectionPath.ts'

export const correctPath = (inspection: string) => `${inspectionPath(inspection)}/correct`
export const caseListPath = (inspection: string) => `${inspectionPath(inspection)}/case-list`
export const uploadPath = (inspection: string, upload: string) =>
  `${caseListPath(inspection)}/uploads/${upload}`
export const versionPath = (inspection: string, version: number) =>
  `${caseListPath(inspection)}/versions/${version}`
export const differencePath = (inspection: string, before: number, after: number) =>
  `${caseListPath(inspection)}/differences/${before}/${after}`
