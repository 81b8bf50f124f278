/** Addresses of the pages and files of case lists. */
import { inspectionPath } from '../layout/inspectionPath.ts'

/** Returns the address of the versions of an inspection's case list. */
export const caseListPath = (inspection: string) => `${inspectionPath(inspection)}/case-list`
/** Returns the address of the template of a case list, as a file of this kind. */
export const templatePath = (inspection: string, kind: 'csv' | 'ods' | 'xlsx') =>
  `${caseListPath(inspection)}/template.${kind}`
/** Returns the address of a list that waits to be accepted. */
export const uploadPath = (inspection: string, upload: string) =>
  `${caseListPath(inspection)}/uploads/${encodeURIComponent(upload)}`
/** Returns the address of the form that chooses the columns of a waiting list. */
export const columnsPath = (inspection: string, upload: string) => `${uploadPath(inspection, upload)}/columns`
/** Returns the address to which the form that removes a waiting list is sent. */
export const removeUploadPath = (inspection: string, upload: string) =>
  `${uploadPath(inspection, upload)}/give-up`
/** Returns the address of the file of a waiting list with the errors next to their rows. */
export const faultyRowsPath = (inspection: string, upload: string) =>
  `${uploadPath(inspection, upload)}/faulty-rows.csv`
/** Returns the address of a version of a list. */
export const versionPath = (inspection: string, version: number) =>
  `${caseListPath(inspection)}/versions/${version}`
/** Returns the address of the file from which a version was read. */
export const versionFilePath = (inspection: string, version: number) =>
  `${versionPath(inspection, version)}/file`
/** Returns the address of what changed between two versions. */
export const differencePath = (inspection: string, before: number, after: number) =>
  `${caseListPath(inspection)}/differences/${before}/${after}`
