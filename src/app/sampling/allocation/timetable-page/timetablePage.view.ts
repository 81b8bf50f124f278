import { clockText, momentText } from '../../../../core/kernel/londonTime.ts'
import type { AppointmentRow } from '../../../../core/sampling/allocation/appointments.ts'
import { clockTime } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import type { Unplaced } from '../../../../core/sampling/allocation/timetable.ts'
import type { Allocation } from '../loadAllocation.ts'
import { timetableFilePath, timetablePath } from '../paths.ts'
import type { StoredSlot, StoredTimetable } from '../timetable.queries.ts'
import { fieldworkDayText } from '../titles.ts'

/** Returns what the page prints; `timetable` is undefined if none was made. */
export function timetableView(allocation: Allocation, timetable: StoredTimetable | undefined) {
  const { inspection, assignments } = allocation
  const page = {
    heading: 'Timetable',
    makeHref: timetablePath(inspection.id),
    canBeMade: assignments.length > 0,
  }
  if (timetable === undefined)
    return { ...page, made: null, outdated: null, files: [], days: [], unplaced: [] }
  const days = Map.groupBy(storedAppointments(allocation, timetable), ({ day }) => day)
  return {
    ...page,
    made: `Version ${timetable.version} was made by ${timetable.madeBy} on ${momentText(timetable.madeAt)}.`,
    outdated: outdatedText(allocation, timetable),
    files: filesOf(allocation, timetable),
    days: [...days].map(([day, rows]) => ({
      id: `day-${day}`,
      title: fieldworkDayText(day),
      rows: rows.map((row) => ({
        time: `${clockText(clockTime(row.from))} to ${clockText(clockTime(row.to))}`,
        what: row.kind === 'interview' ? 'Interview' : 'Reading',
        pseudonym: row.pseudonym,
        assessor: row.assessor,
        caseManager: row.kind === 'interview' ? (row.caseManager ?? 'Another manager') : '',
      })),
    })),
    unplaced: timetable.unplaced.map((each) => unplacedText(allocation, each)),
  }
}

function filesOf({ inspection, assessors }: Allocation, { slots }: StoredTimetable) {
  return [
    { href: timetableFilePath(inspection.id, 'ics'), text: 'Calendar file' },
    { href: timetableFilePath(inspection.id, 'ods'), text: 'OpenDocument spreadsheet' },
    { href: timetableFilePath(inspection.id, 'csv'), text: 'CSV' },
    ...assessors
      .filter(({ id }) => slots.some((slot) => slot.assessor === id))
      .map(({ id, name }) => ({
        href: timetableFilePath(inspection.id, 'ics', id),
        text: `Calendar file of ${name}`,
      })),
  ]
}

/** Returns the stored slots with the names of the assessors. */
export function storedAppointments(
  { assessors }: Pick<Allocation, 'assessors'>,
  { slots }: StoredTimetable,
): readonly AppointmentRow[] {
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  return slots.map((slot) => ({ ...slot, assessor: names.get(slot.assessor) ?? slot.assessor }))
}

function unplacedText(
  { assessors }: Allocation,
  { pseudonym, reason, assessor, caseManager }: Unplaced,
): string {
  const name = assessors.find(({ id }) => id === assessor)?.name ?? 'The assessor'
  if (reason === 'unassigned') return `Case ${pseudonym} has not been allocated.`
  if (reason === 'no-room') return `Case ${pseudonym}: ${name} has no time left.`
  return `Case ${pseudonym}: ${name} and ${caseManager ?? 'the case manager'} are never free at the same time.`
}

/** Null if the timetable still has the assessor and the case manager of every case. */
function outdatedText(
  { cases, assignments }: Allocation,
  { slots, unplaced }: StoredTimetable,
): string | null {
  const assigned = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, assessor]))
  const placed = new Map(slots.map((slot) => [slot.pseudonym, slot]))
  const removed = [...placed.keys()].filter(
    (pseudonym) => !cases.some((each) => each.pseudonym === pseudonym),
  )
  const changed = cases.filter(({ pseudonym, caseManager }) => {
    const slot: StoredSlot | Unplaced | undefined =
      placed.get(pseudonym) ?? unplaced.find((each) => each.pseudonym === pseudonym)
    return (
      slot === undefined ||
      slot.assessor !== (assigned.get(pseudonym) ?? null) ||
      slot.caseManager !== caseManager
    )
  })
  const count = removed.length + changed.length
  if (count === 0) return null
  return count === 1
    ? '1 case has changed since the timetable was made. Make it again.'
    : `${count} cases have changed since the timetable was made. Make it again.`
}
