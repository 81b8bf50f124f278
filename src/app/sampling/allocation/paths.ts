/** Addresses of the pages of allocation. */
import { inspectionPath } from '../../layout/inspectionPath.ts'

export const allocationPath = (inspection: string) => `${inspectionPath(inspection)}/allocation`
export const peoplePath = (inspection: string) => `${allocationPath(inspection)}/people`
export const personPath = (inspection: string, person: string) => `${peoplePath(inspection)}/${person}`
export const casePath = (inspection: string, pseudonym: string) =>
  `${allocationPath(inspection)}/cases/${pseudonym}`
