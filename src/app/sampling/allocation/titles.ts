/** Words that the pages of allocation share. */
import type {
  AssessorRole,
  AssignmentOrigin,
  ConflictKind,
} from '../../../core/sampling/allocation/allocation.ts'

export const roleWords: Readonly<Record<AssessorRole, string>> = {
  inspector: 'Inspector',
  'local-assessor': 'Local assessor',
}

export const originWords: Readonly<Record<AssignmentOrigin, string>> = {
  proposed: 'Proposed',
  'by-hand': 'Given by hand',
  begun: 'Begun',
}

export const kindWords: Readonly<Record<ConflictKind, string>> = {
  service: 'The whole service',
  case: 'One case',
  'case-manager': 'The cases of one case manager',
}

/** `2`, `2.5`: at most one decimal. */
export function oneDecimal(number: number): string {
  return String(Math.round(number * 10) / 10)
}
