/** The timetable as rows: one for each reading and each interview, for calendar file and spreadsheet alike. */
import type { CalendarDate } from '../../kernel/calendarDate.ts'
import { weekdayOf } from '../../kernel/calendarDate.ts'
import { byText } from '../profiles.ts'
import type { AssessorId } from './allocation.ts'
import { clockTime } from './fieldworkDay.ts'
import type { CaseTime } from './timetable.ts'

export type AppointmentRow = {
  readonly day: CalendarDate
  /** Minutes after midnight, in Europe/London. */
  readonly from: number
  readonly to: number
  readonly kind: 'reading' | 'interview'
  /** Which of several readings of the case, counted from 1. */
  readonly part: number
  readonly pseudonym: string
  /** The assessor's name. */
  readonly assessor: string
  readonly caseManager: string | null
}

/** Returns every reading and interview by day, time and case; `names` are the assessors' names. */
export function appointmentsOf(
  times: readonly CaseTime[],
  names: ReadonlyMap<AssessorId, string>,
): readonly AppointmentRow[] {
  return times
    .flatMap(({ pseudonym, assessor, caseManager, day, reading, interview }): AppointmentRow[] => {
      const base = { day, pseudonym, assessor: names.get(assessor) ?? assessor, caseManager }
      const readings = reading.map((span, index) => ({
        ...base,
        ...span,
        kind: 'reading' as const,
        part: index + 1,
      }))
      return [...readings, { ...base, ...interview, kind: 'interview', part: 1 }]
    })
    .sort(
      (one, other) =>
        byText(one.day, other.day) || one.from - other.from || byText(one.pseudonym, other.pseudonym),
    )
}

const heading = ['Day', 'Weekday', 'From', 'To', 'What', 'Case', 'Assessor', 'Case manager']

/**
 * Returns the rows of the spreadsheet, heading first. Cells are unchanged: the code that writes them makes them safe.
 */
export function timetableRows(appointments: readonly AppointmentRow[]): readonly (readonly string[])[] {
  const rows = appointments.map((appointment) => [
    appointment.day,
    capitalised(weekdayOf(appointment.day)),
    clockTime(appointment.from),
    clockTime(appointment.to),
    appointment.kind === 'interview' ? 'Interview' : 'Reading',
    appointment.pseudonym,
    appointment.assessor,
    appointment.kind === 'interview' ? (appointment.caseManager ?? 'Another manager') : '',
  ])
  return [heading, ...rows]
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
