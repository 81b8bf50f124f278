/** The timetable as a calendar file and as spreadsheets. */
import { utils, write } from '@e965/xlsx'
import { csvText, safeCell } from '../../../../core/kernel/csvText.ts'
import { type AppointmentRow, timetableRows } from '../../../../core/sampling/allocation/appointments.ts'
import { calendarText } from '../../../../core/sampling/allocation/calendarFile.ts'
import { type DownloadName, downloadName } from '../../../../platform/http/downloadName.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import { type Allocation, type AllocationSources, loadAllocation } from '../loadAllocation.ts'
import { problem } from '../problems.ts'
import { findTimetable } from '../timetable.queries.ts'
import { storedAppointments } from './timetablePage.view.ts'

type Made = {
  readonly allocation: Allocation
  readonly appointments: readonly AppointmentRow[]
  readonly version: number
  readonly now: Date
  /** Whose timetable alone it is; null for that of everybody. */
  readonly person: string | null
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
    const named = allocation.value.assessors.find(({ id }) => id === person)?.name ?? null
    const { version } = timetable
    return print({ allocation: allocation.value, appointments, version, now: shell.now(), person: named })
  }
}

function nameOf({ allocation: { inspection }, person }: Made, kind: string): DownloadName {
  return downloadName([inspection.id, 'timetable', person ?? ''], kind)
}

export const printCalendar: Printer = (made) => ({
  kind: 'file',
  name: nameOf(made, 'ics'),
  type: 'text/calendar; charset=utf-8',
  body: calendarText({
    inspectionId: made.allocation.inspection.id,
    title: `Fieldwork: ${made.allocation.inspection.serviceName}`,
    stamp: utcStamp(made.now),
    version: made.version,
    appointments: made.appointments,
  }),
})

export const printCsv: Printer = (made) => ({
  kind: 'file',
  name: nameOf(made, 'csv'),
  type: 'text/csv; charset=utf-8',
  body: csvText(timetableRows(made.appointments)),
})

export const printOds: Printer = (made) => {
  const workbook = utils.book_new()
  const rows = timetableRows(made.appointments).map((row) => row.map(safeCell))
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'Timetable')
  const written: ArrayBuffer = write(workbook, { bookType: 'ods', type: 'array', compression: true })
  return {
    kind: 'file',
    name: nameOf(made, 'ods'),
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    body: new Uint8Array(written),
  }
}

/** `20260601T090000Z`. */
function utcStamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
