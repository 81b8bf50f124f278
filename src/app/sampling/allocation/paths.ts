/** Addresses of the pages of an allocation. */
import { inspectionPath } from '../../layout/inspectionPath.ts'

const part = encodeURIComponent

export const allocationPath = (inspection: string) => `${inspectionPath(inspection)}/allocation`
export const proposePath = (inspection: string) => `${allocationPath(inspection)}/propose`
export const allocatedCasePath = (inspection: string, pseudonym: string) =>
  `${allocationPath(inspection)}/cases/${part(pseudonym)}`
export const assessorsPath = (inspection: string) => `${allocationPath(inspection)}/people`
export const assessorPath = (inspection: string, assessor: string) =>
  `${assessorsPath(inspection)}/${part(assessor)}`
/** The form that adds a person, filled with what is known of an account. */
export const addAssessorPath = (inspection: string, account: string) =>
  `${assessorsPath(inspection)}?account=${part(account)}#add`
export const interestsPath = (inspection: string) => `${allocationPath(inspection)}/conflicts`
export const withdrawPath = (inspection: string, conflict: number) =>
  `${interestsPath(inspection)}/${conflict}/withdraw`
export const caseManagersPath = (inspection: string) => `${allocationPath(inspection)}/case-managers`
export const settingsPath = (inspection: string) => `${allocationPath(inspection)}/settings`
export const timetablePath = (inspection: string) => `${allocationPath(inspection)}/timetable`
/** A file of the timetable: of everyone, or of one person of the allocation. */
export const timetableFilePath = (inspection: string, kind: 'ics' | 'csv' | 'ods', assessor?: string) =>
  `${timetablePath(inspection)}.${kind}${assessor === undefined ? '' : `?assessor=${part(assessor)}`}`
