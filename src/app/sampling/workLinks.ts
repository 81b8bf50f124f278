import type { WorkLink } from '../layout/workLinks.ts'
import { allocationPath } from './allocation/paths.ts'
import { samplePath } from './paths.ts'

/** The pages of this area on which an inspection is carried out. */
export const samplingLinks: readonly WorkLink[] = [
  { text: 'Sample', path: samplePath, permission: 'sample.read', order: 50 },
  { text: 'Allocation and timetable', path: allocationPath, permission: 'allocation.read', order: 60 },
]
