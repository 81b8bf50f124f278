/** When each case is read and its case manager interviewed. */
import type { CalendarDate } from '../../kernel/calendarDate.ts'
import { byText } from '../profiles.ts'
import type { AllocatableCase, Assessor, AssessorId, Assignment, Pseudonym } from './allocation.ts'
import { joinedSpans, type Span, spanOfSlot, type TimetableSettings } from './fieldworkDay.ts'
import { type InterviewToPlace, placeInterviews } from './placeInterviews.ts'

export type TimetableTask = {
  readonly cases: readonly AllocatableCase[]
  readonly assignments: readonly Assignment[]
  readonly assessors: readonly Assessor[]
  readonly settings: TimetableSettings
}

/** One case's time: reading first, then the interview, on one day. */
export type CaseTime = {
  readonly pseudonym: Pseudonym
  readonly assessor: AssessorId
  /** Null if another manager comes. */
  readonly caseManager: string | null
  readonly day: CalendarDate
  /** In order; more than one if there is a pause or another interview between them. */
  readonly reading: readonly Span[]
  readonly interview: Span
}

export type Unplaced = {
  readonly pseudonym: Pseudonym
  readonly assessor: AssessorId | null
  readonly caseManager: string | null
  /**
   * `unassigned`: nobody assesses it yet. `no-room`: the person's days are full. `manager-busy`: there is no time when
   * both are free.
   */
  readonly reason: 'unassigned' | 'no-room' | 'manager-busy'
}

export type Timetable = {
  /** By day, time and case. */
  readonly times: readonly CaseTime[]
  /** By case. */
  readonly unplaced: readonly Unplaced[]
}

/**
 * Returns a timetable of the fieldwork: each case is read by its assessor and its case manager is interviewed by the
 * same person, on a day when that person is available, with no more cases a day than the person's limit, and nobody in
 * two places at the same time. The order of the input does not matter. What could not be placed is named with its
 * reason.
 */
export function makeTimetable(task: TimetableTask): Timetable {
  const interviews = interviewsOf(task)
  const placed = placeInterviews(interviews, task.settings)
  const days = Map.groupBy(placed.places, ({ interview, day }) => `${interview.assessor.id} ${day}`)
  const times = [...days.values()].flatMap((ofDay) => timesOfDay(task.settings, ofDay))
  const unassigned = task.cases
    .filter(({ pseudonym }) => !interviews.some((interview) => interview.pseudonym === pseudonym))
    .map(({ pseudonym, caseManager }): Unplaced => {
      return { pseudonym, caseManager, assessor: null, reason: 'unassigned' }
    })
  const unplaced = placed.left.map(({ interview, reason }): Unplaced => {
    const { pseudonym, caseManager, assessor } = interview
    return { pseudonym, caseManager, assessor: assessor.id, reason }
  })
  return {
    times: times.sort(byTime),
    unplaced: [...unassigned, ...unplaced].sort((one, other) => byText(one.pseudonym, other.pseudonym)),
  }
}

/** In the order of the pseudonyms; a case that is no longer in the sample has none. */
function interviewsOf({ cases, assignments, assessors }: TimetableTask): readonly InterviewToPlace[] {
  const people = new Map(assessors.map((assessor) => [assessor.id, assessor]))
  const holders = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, people.get(assessor)]))
  return cases
    .toSorted((one, other) => byText(one.pseudonym, other.pseudonym))
    .flatMap(({ pseudonym, caseManager }) => {
      const assessor = holders.get(pseudonym)
      return assessor === undefined ? [] : [{ pseudonym, caseManager, assessor }]
    })
}

type OfDay = { readonly interview: InterviewToPlace; readonly day: number; readonly slot: number }

/** The times of one person's day: each case is read in the first slots that are free before its interview. */
function timesOfDay(settings: TimetableSettings, ofDay: readonly OfDay[]): readonly CaseTime[] {
  const ordered = ofDay.toSorted((one, other) => one.slot - other.slot)
  const interviewed = new Set(ordered.map(({ slot }) => slot))
  const free = Array.from({ length: settings.slotsPerDay }, (_, index) => index + 1).filter(
    (slot) => !interviewed.has(slot),
  )
  return ordered.flatMap(({ interview, day, slot }, index): CaseTime[] => {
    const date = settings.days[day - 1]
    if (date === undefined) return []
    const reading = free.slice(index * settings.readingSlots, (index + 1) * settings.readingSlots)
    return [
      {
        pseudonym: interview.pseudonym,
        assessor: interview.assessor.id,
        caseManager: interview.caseManager,
        day: date,
        reading: joinedSpans(settings, reading),
        interview: spanOfSlot(settings, slot),
      },
    ]
  })
}

function byTime(one: CaseTime, other: CaseTime): number {
  return (
    byText(one.day, other.day) ||
    one.interview.from - other.interview.from ||
    byText(one.pseudonym, other.pseudonym)
  )
}
