import type { WorkLink } from '../layout/workLinks.ts'
import { inspectionPeoplePath } from './paths.ts'

/** The pages of this area on which an inspection is carried out. */
export const peopleLinks: readonly WorkLink[] = [
  { text: 'People and roles', path: inspectionPeoplePath, permission: 'inspection.assign', order: 20 },
]
