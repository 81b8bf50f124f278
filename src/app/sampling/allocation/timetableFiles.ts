/** The timetable as a calendar file and as spreadsheets. */
import { utils, write } from '@e965/xlsx'
import { csvText, safeCell } from '../../../core/kernel/csvText.ts'
import { problem } from '../../../core/kernel/problem.ts'
import { type AppointmentRow, timetableRows } from '../../../core/sampling/allocation/appointments.ts'
import { calendarText } from '../../../core/sampling/allocation/calendarFile.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { type Allocation, type AllocationSources, loadAllocation } from './loadAllocation.ts'
import { findTimetable } from './timetable.queries.ts'
import { storedAppointments } from './timetable.view.ts'

type Made = {
  readonly allocation: Allocation
  readonly appointments: readonly AppointmentRow[]
  readonly version: number
  readonly now: Date
}
type Printer = (made: Made) => Extract<Reply, { kind: 'file' }>

/** A file of the timetable; `assessor` in the query asks for one person's. Refuses where no timetable was made. */
export function timetableFile(sources: AllocationSources, print: Printer): Route['handle'] {
  return async ({ params: { inspection = '' }, query }, shell) => {
    const allocation = await loadAllocation(shell.database, sources, inspection)
    if (!allocation.ok) return { kind: 'refused', problems: allocation.problems }
    const timetable = await findTimetable(shell.database, inspection)
    if (timetable === undefined)
      return { kind: 'refused', problems: [problem('allocation.no-timetable', {})] }
    const { assessor: person } = query
    const slots = timetable.slots.filter(({ assessor }) => person === undefined || assessor === person)
    const appointments = storedAppointments(allocation.value, { ...timetable, slots })
    return print({ allocation: allocation.value, appointments, version: timetable.version, now: shell.now() })
  }
}

export const printCalendar: Printer = ({ allocation: { inspection }, appointments, version, now }) => ({
  kind: 'file',
  name: `${inspection.id}-timetable.ics`,
  type: 'text/calendar; charset=utf-8',
  body: calendarText({
    inspectionId: inspection.id,
    title: `Fieldwork: ${inspection.serviceName}`,
    stamp: utcStamp(now),
    version,
    appointments,
  }),
})

export const printCsv: Printer = ({ allocation: { inspection }, appointments }) => ({
  kind: 'file',
  name: `${inspection.id}-timetable.csv`,
  type: 'text/csv; charset=utf-8',
  body: csvText(timetableRows(appointments)),
})

export const printOds: Printer = ({ allocation: { inspection }, appointments }) => {
  const workbook = utils.book_new()
  const rows = timetableRows(appointments).map((row) => row.map(safeCell))
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'Timetable')
  const written: ArrayBuffer = write(workbook, { bookType: 'ods', type: 'array', compression: true })
  return {
    kind: 'file',
    name: `${inspection.id}-timetable.ods`,
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    body: new Uint8Array(written),
  }
}

/** `20260601T090000Z`. */
function utcStamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
