/** Addresses of the pages that correct and withdraw an inspection. */
import { inspectionPath } from '../../layout/inspectionPath.ts'

/** Returns the address of the form that corrects the inspection. */
export const correctPath = (inspection: string) => `${inspectionPath(inspection)}/correct`
/** Returns the address of the form that withdraws the inspection. */
export const withdrawPath = (inspection: string) => `${inspectionPath(inspection)}/withdraw`
