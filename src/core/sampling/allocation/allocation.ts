/** What allocation is about: the cases of a sample, the people who assess them, and who may not assess which. */
import type { Brand } from '../../kernel/brand.ts'

/** The name that replaces the reference of a case wherever it may not be shown: `C-7QK2ZM`. */
export type Pseudonym = string

/** Names a person within one inspection: `sam-okafor`. */
export type AssessorId = Brand<string, 'AssessorId'>

/** A sampled case as allocation sees it; nothing in it identifies the child. */
export type AllocatableCase = {
  readonly pseudonym: Pseudonym
  readonly domain: string
  readonly disposal: string
  /** True if some or all of the disposal is served in custody; the edition's disposals say so. */
  readonly custody: boolean
  /** `low`, `medium`, `high`, `very-high` or `none-made`. */
  readonly rosh: string
  /** With the same values. */
  readonly safetyWellbeing: string
  /** Null if the service named none: then another manager comes to the interview. */
  readonly caseManager: string | null
}

export const assessorRoles = ['inspector', 'local-assessor'] as const
export type AssessorRole = (typeof assessorRoles)[number]

export type Assessor = {
  readonly id: AssessorId
  readonly name: string
  readonly role: AssessorRole
  /** The service that the person works for; null for an inspector. */
  readonly ownServiceId: string | null
  readonly casesPerDay: number
  /** The days of fieldwork on which the person is available, counted from 1. */
  readonly days: readonly number[]
}

/**
 * What a declared conflict of interest bars a person from: every case of the inspection, one case, or the cases of one
 * case manager.
 */
export const conflictKinds = ['service', 'case', 'case-manager'] as const
export type ConflictKind = (typeof conflictKinds)[number]

export type Conflict = {
  readonly assessor: AssessorId
  readonly kind: ConflictKind
  /** The pseudonym or the case manager; null for the whole service. */
  readonly about: string | null
  readonly reason: string
}

/** How an assignment was made. What was decided by hand, or has begun, is not moved by a new proposal. */
export const assignmentOrigins = ['proposed', 'by-hand', 'begun'] as const
export type AssignmentOrigin = (typeof assignmentOrigins)[number]

export type Assignment = {
  readonly pseudonym: Pseudonym
  readonly assessor: AssessorId
  readonly origin: AssignmentOrigin
}

/** Returns how many cases a person can assess: cases a day times the days on which the person is available. */
export function capacityOf(assessor: Assessor): number {
  return assessor.casesPerDay * new Set(assessor.days).size
}

/** Returns `text` as the id of a person, or undefined if it cannot be one. */
export function assessorId(text: string): AssessorId | undefined {
  return isAssessorId(text) ? text : undefined
}

function isAssessorId(text: string): text is AssessorId {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
