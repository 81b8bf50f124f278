import type { WorkLink } from '../layout/workLinks.ts'
import { publicationPath, stagePath } from './paths.ts'

/** The pages of this area on which an inspection is carried out. */
export const programmeLinks: readonly WorkLink[] = [
  { text: 'Stage', path: stagePath, permission: 'inspection.change-stage', order: 30 },
  { text: 'Publication', path: publicationPath, permission: 'inspection.publish', order: 90 },
]
