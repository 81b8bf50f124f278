/** Addresses of the pages of allocation. */

export const allocationPath = (inspection: string) => `/inspections/${inspection}/allocation`
export const personPath = (inspection: string, person: string) =>
  `${allocationPath(inspection)}/people/${person}`
export const casePath = (inspection: string, pseudonym: string) =>
  `${allocationPath(inspection)}/cases/${pseudonym}`
