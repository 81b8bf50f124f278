/** What the pages of an allocation print for its codes. */
import { classes } from '../../../core/intake/valueCodes.ts'
import { type CalendarDate, weekdayOf } from '../../../core/kernel/calendarDate.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import type {
  AllocatableCase,
  AssessorRole,
  AssignmentOrigin,
  ConflictKind,
} from '../../../core/sampling/allocation/allocation.ts'
import type { Allocation } from './loadAllocation.ts'

export const roleTitles: Readonly<Record<AssessorRole, string>> = {
  inspector: 'Inspector',
  'local-assessor': 'Local assessor',
}

export const originTitles: Readonly<Record<AssignmentOrigin, string>> = {
  proposed: 'Proposed',
  'by-hand': 'Allocated by hand',
  begun: 'Work started',
}

export const conflictKindTitles: Readonly<Record<ConflictKind, string>> = {
  service: 'The whole service',
  case: 'One case',
  'case-manager': 'The cases of one case manager',
}

/** Returns the title of a disposal in the edition, or its code if the edition has none. */
export function disposalTitle(
  { edition }: Pick<Allocation, 'edition'>,
  { disposal }: Pick<AllocatableCase, 'disposal'>,
): string {
  return edition.sample.disposals.find(({ code }) => code === disposal)?.title ?? disposal
}

/** Returns the title of a classification: that of `very-high` is Very high. */
export function classTitle(classification: string): string {
  return classes.find(({ code }) => code === classification)?.title ?? classification
}

/** Returns a day of fieldwork as pages print it: `Monday 1 June 2026`. */
export function fieldworkDayText(day: CalendarDate): string {
  const weekday = weekdayOf(day)
  return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1)} ${dateText(day)}`
}
