/** What allocation is about: the cases of a sample, the people who assess them, and who may not assess which. */
import type { Brand } from '../../kernel/brand.ts'

/** The name that stands for a case wherever its reference may not be shown: `C-7QK2ZM`. */
export type Pseudonym = string

/** Names a person within one inspection: `sam-okafor`. */
export type AssessorId = Brand<string, 'AssessorId'>

/** A sampled case as allocation sees it; nothing in it tells who the child is. */
export type AllocatableCase = {
  readonly pseudonym: Pseudonym
  readonly domain: string
  readonly disposal: string
  /** True where some or all of the disposal is served in custody; the edition's disposals say so. */
  readonly custody: boolean
  /** `low`, `medium`, `high`, `very-high` or `none-made`. */
  readonly rosh: string
  /** In the same classes. */
  readonly safetyWellbeing: string
  /** Null where the service named none: then a manager stands in at the interview. */
  readonly caseManager: string | null
}

export const assessorRoles = ['inspector', 'local-assessor'] as const
export type AssessorRole = (typeof assessorRoles)[number]

export type Assessor = {
  readonly id: AssessorId
  readonly name: string
  readonly role: AssessorRole
  /** The service for which the person works; null for an inspector. */
  readonly ownServiceId: string | null
  readonly casesPerDay: number
  /** The days of fieldwork on which the person is there, counted from 1. */
  readonly days: readonly number[]
}

/** What a declared conflict of interest keeps a person from: every case of the inspection, one case, or the cases of one case manager. */
export const conflictKinds = ['service', 'case', 'case-manager'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export type Conflict = {
  readonly assessor: AssessorId
  readonly kind: ConflictKind
  /** The pseudonym or the case manager; null for the whole service. */
  readonly about: string | null
  readonly reason: string
}

/** How an assignment came about. What was decided by hand, or has begun, is not moved by a new proposal. */
export const assignmentOrigins = ['proposed', 'by-hand', 'begun'] as const
export type AssignmentOrigin = (typeof assignmentOrigins)[number]

export type Assignment = {
  readonly pseudonym: Pseudonym
  readonly assessor: AssessorId
  readonly origin: AssignmentOrigin
}

/** How many cases a person can assess: cases a day times the days on which the person is there. */
export function capacityOf(assessor: Assessor): number {
  return assessor.casesPerDay * new Set(assessor.days).size
}

/** `text` as the id of a person, or undefined where it cannot be one. */
export function assessorId(text: string): AssessorId | undefined {
  return isAssessorId(text) ? text : undefined
}

function isAssessorId(text: string): text is AssessorId {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
