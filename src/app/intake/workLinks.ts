import type { WorkLink } from '../layout/workLinks.ts'
import { correctPath } from './announce/paths.ts'
import { caseListPath } from './paths.ts'

/** The pages of this area on which an inspection is carried out. */
export const intakeLinks: readonly WorkLink[] = [
  { text: 'Correct or withdraw', path: correctPath, permission: 'inspection.correct', order: 10 },
  { text: 'Case list', path: caseListPath, permission: 'case-list.read', order: 40 },
]
