import type { WorkLink } from '../layout/workLinks.ts'
import { beginFieldworkPath, casesPath } from './paths.ts'

/** The pages of this area on which an inspection is carried out. */
export const fieldworkLinks: readonly WorkLink[] = [
  { text: 'Begin fieldwork', path: beginFieldworkPath, permission: 'case.allocate', order: 70 },
  { text: 'Cases', path: casesPath, permission: 'case.read', order: 80 },
]
