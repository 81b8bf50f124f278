/** Everything that an allocation is decided from. */
import type { Edition } from '../../../core/framework/edition.ts'
import { addDays, type CalendarDate, mondayOf, parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { AllocatableCase } from '../../../core/sampling/allocation/allocation.ts'
import { usualWeights } from '../../../core/sampling/allocation/difficulty.ts'
import { usualDay } from '../../../core/sampling/allocation/fieldworkDay.ts'
import { byText } from '../../../core/sampling/profiles.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import type { FindSampledCases } from '../findSampledCases.ts'
import { findPlan } from '../samplePlan.queries.ts'
import { type Account, listAccounts } from './accounts.ts'
import { allocatableCase } from './allocatableCase.ts'
import {
  listAssessors,
  listConflicts,
  type StoredAssessor,
  type StoredConflict,
} from './assessors.queries.ts'
import {
  listAssignments,
  namedCaseManagers,
  type StoredAssignment,
  servicesOf,
} from './assignments.queries.ts'
import { findSettings, type StoredSettings } from './timetable.queries.ts'

export type Allocation = {
  readonly inspection: Inspection
  readonly edition: Edition
  readonly inspectedServiceId: string
  /** Every service on the register by name. */
  readonly services: readonly { readonly id: string; readonly name: string }[]
  /** The cases of the sample, in the order of the pseudonyms. */
  readonly cases: readonly AllocatableCase[]
  /** Everyone; of a person's days only the days of fieldwork. */
  readonly assessors: readonly StoredAssessor[]
  /** Accounts with which cases of the inspection can be assessed. */
  readonly accounts: readonly Account[]
  /** Those that apply now. */
  readonly conflicts: readonly StoredConflict[]
  readonly withdrawn: readonly StoredConflict[]
  /** Of the cases that are in the sample. */
  readonly assignments: readonly StoredAssignment[]
  /** Of cases that have left the sample, for the record. */
  readonly past: readonly StoredAssignment[]
  readonly settings: StoredSettings
}

/** What the use-cases and pages of allocation need from outside. */
export type AllocationSources = { readonly editions: Editions; readonly findSampledCases: FindSampledCases }

/** Returns the allocation as it is now. Refuses with `inspection.not-found` or `inspection.edition-missing`. */
export async function loadAllocation(
  connection: Connection,
  { editions, findSampledCases }: AllocationSources,
  id: string,
): Promise<Result<Allocation>> {
  const context = await findWithEdition(connection, editions, id)
  if (!context.ok) return context
  const { inspection, edition } = context.value
  const settings = (await findSettings(connection, id)) ?? (await usualSettings(connection, inspection))
  const named = await namedCaseManagers(connection, id)
  const sampled = await findSampledCases(connection, id)
  const cases = sampled
    .map((each) => allocatableCase(edition, named, each))
    .sort((a, b) => byText(a.pseudonym, b.pseudonym))
  const { inspected, all } = await servicesOf(connection, id)
  const lastDay = settings.fieldwork.days.length
  const assessors = (await listAssessors(connection, id)).map((assessor) => ({
    ...assessor,
    days: assessor.days.filter((day) => day <= lastDay),
  }))
  const conflicts = await listConflicts(connection, id)
  const inSample = new Set(cases.map(({ pseudonym }) => pseudonym))
  const assignments = await listAssignments(connection, id)
  return done({
    inspection,
    edition,
    inspectedServiceId: inspected,
    services: all,
    cases,
    assessors,
    accounts: await listAccounts(connection, id),
    conflicts: conflicts.filter(({ withdrawn }) => withdrawn === null),
    withdrawn: conflicts.filter(({ withdrawn }) => withdrawn !== null),
    assignments: assignments.filter(({ pseudonym }) => inSample.has(pseudonym)),
    past: assignments.filter(({ pseudonym }) => !inSample.has(pseudonym)),
    settings,
  })
}

/** If none were saved: five days from the Monday of the sample's plan, or of the register if it is known. */
async function usualSettings(connection: Connection, inspection: Inspection): Promise<StoredSettings> {
  const planned = (await findPlan(connection, inspection.id))?.fieldwork
  const start = planned ?? parseCalendarDate(inspection.fieldworkStarted ?? '')
  const days = start === undefined ? [] : workingWeek(mondayOf(start))
  return { weights: usualWeights, fieldwork: { ...usualDay, days }, seed: inspection.id, version: 0 }
}

function workingWeek(monday: CalendarDate): readonly CalendarDate[] {
  return [0, 1, 2, 3, 4].map((days) => addDays(monday, days))
}
