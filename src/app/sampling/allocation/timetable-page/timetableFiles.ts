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

type TimetableToPrint = {
  readonly allocation: Allocation
  readonly appointments: readonly AppointmentRow[]
  readonly version: number
  readonly now: Date
  /** The name of the person whose timetable it is; null for everyone's. */
  readonly person: string | null
}
type Printer = (timetable: TimetableToPrint) => Extract<Reply, { kind: 'file' }>

/**
 * Returns the handler of a file of the timetable; `assessor` in the query asks for that of one person. Refuses if no
 * timetable was timetable.
 */
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
    const name = allocation.value.assessors.find(({ id }) => id === person)?.name ?? null
    const { version } = timetable
    return print({ allocation: allocation.value, appointments, version, now: shell.now(), person: name })
  }
}

function nameOf({ allocation: { inspection }, person }: TimetableToPrint, kind: string): DownloadName {
  return downloadName([inspection.id, 'timetable', person ?? ''], kind)
}

export const printCalendar: Printer = (timetable) => ({
  kind: 'file',
  name: nameOf(timetable, 'ics'),
  type: 'text/calendar; charset=utf-8',
  body: calendarText({
    inspectionId: timetable.allocation.inspection.id,
    title: `Fieldwork: ${timetable.allocation.inspection.serviceName}`,
    stamp: utcStamp(timetable.now),
    version: timetable.version,
    appointments: timetable.appointments,
  }),
})

export const printCsv: Printer = (timetable) => ({
  kind: 'file',
  name: nameOf(timetable, 'csv'),
  type: 'text/csv; charset=utf-8',
  body: csvText(timetableRows(timetable.appointments)),
})

export const printOds: Printer = (timetable) => {
  const workbook = utils.book_new()
  const rows = timetableRows(timetable.appointments).map((row) => row.map(safeCell))
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'Timetable')
  const written: ArrayBuffer = write(workbook, { bookType: 'ods', type: 'array', compression: true })
  return {
    kind: 'file',
    name: nameOf(timetable, 'ods'),
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    body: new Uint8Array(written),
  }
}

/** A moment as calendar files write it: `20260601T090000Z`. */
function utcStamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
