import { weekdayOf } from '../../../../core/kernel/calendarDate.ts'
import { dateText, momentText } from '../../../../core/kernel/londonTime.ts'
import type { AppointmentRow } from '../../../../core/sampling/allocation/appointments.ts'
import { clockTime } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import type { Unplaced } from '../../../../core/sampling/allocation/timetable.ts'
import type { Allocation } from '../loadAllocation.ts'
import type { StoredSlot, StoredTimetable } from '../timetable.queries.ts'

/** What the page prints; `timetable` is undefined where none was made. */
export function timetableView(allocation: Allocation, timetable: StoredTimetable | undefined) {
  const canBeMade = allocation.assignments.length > 0
  if (timetable === undefined)
    return { made: null, canBeMade, outdated: null, people: [], days: [], unplaced: [] }
  const days = Map.groupBy(storedAppointments(allocation, timetable), ({ day }) => day)
  return {
    made: `Version ${timetable.version}, made by ${timetable.madeBy} on ${momentText(timetable.madeAt)}`,
    canBeMade,
    outdated: outdatedWords(allocation, timetable),
    people: allocation.assessors
      .filter(({ id }) => timetable.slots.some((slot) => slot.assessor === id))
      .map(({ id, name }) => ({ id, name })),
    days: [...days].map(([day, rows]) => ({
      id: `day-${day}`,
      title: `${capitalised(weekdayOf(day))} ${dateText(day)}`,
      rows: rows.map((row) => ({
        time: `${clockTime(row.from)} to ${clockTime(row.to)}`,
        what: row.kind === 'interview' ? 'Interview' : 'Reading',
        pseudonym: row.pseudonym,
        assessor: row.assessor,
        caseManager: row.kind === 'interview' ? (row.caseManager ?? 'A manager stands in') : '',
      })),
    })),
    unplaced: timetable.unplaced.map((one) => `Case ${one.pseudonym}: ${unplacedWords(allocation, one)}`),
  }
}

/** The stored slots with the assessors' names. */
export function storedAppointments(
  { assessors }: Pick<Allocation, 'assessors'>,
  { slots }: StoredTimetable,
): readonly AppointmentRow[] {
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  return slots.map((slot) => ({ ...slot, assessor: names.get(slot.assessor) ?? slot.assessor }))
}

function unplacedWords({ assessors }: Allocation, { reason, assessor, caseManager }: Unplaced): string {
  const name = assessors.find(({ id }) => id === assessor)?.name ?? 'the assessor'
  if (reason === 'unassigned') return 'nobody has it yet.'
  if (reason === 'no-room') return `the days of ${name} are full.`
  return `no time is free for both ${name} and ${caseManager ?? 'the case manager'}.`
}

/** Null while the timetable stands on who has which case and who its case manager is now. */
function outdatedWords(
  { cases, assignments }: Allocation,
  { slots, unplaced }: StoredTimetable,
): string | null {
  const holders = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, assessor]))
  const placed = new Map(slots.map((slot) => [slot.pseudonym, slot]))
  const gone = [...placed.keys()].filter((pseudonym) => !cases.some((one) => one.pseudonym === pseudonym))
  const changed = cases.filter(({ pseudonym, caseManager }) => {
    const slot: StoredSlot | Unplaced | undefined =
      placed.get(pseudonym) ?? unplaced.find((one) => one.pseudonym === pseudonym)
    return (
      slot === undefined ||
      slot.assessor !== (holders.get(pseudonym) ?? null) ||
      slot.caseManager !== caseManager
    )
  })
  const count = gone.length + changed.length
  if (count === 0) return null
  return count === 1
    ? 'Since the timetable was made, 1 case has changed. Make it again.'
    : `Since the timetable was made, ${count} cases have changed. Make it again.`
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
