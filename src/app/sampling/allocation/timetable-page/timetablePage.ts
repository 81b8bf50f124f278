import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { timetablePath } from '../paths.ts'
import { findTimetable } from '../timetable.queries.ts'
import { storeTimetable } from './storeTimetable.ts'
import { printCalendar, printCsv, printOds, timetableFile } from './timetableFiles.ts'
import { timetableView } from './timetablePage.view.ts'

const path = `${allocationRoute}/timetable`
const reads = { method: 'GET', permission: 'allocation.read', audit: 'reads' } as const

/** Returns the routes of the page of the timetable by day, of the form that makes it, and of its files. */
export function timetableRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/timetable-page/timetablePage.njk',
    section: 'Timetable',
    view: async ({ allocation, shell }) =>
      done(timetableView(allocation, await findTimetable(shell.database, allocation.inspection.id))),
  })
  const make = sendForm(page, {
    act: ({ params: { inspection = '' } }, shell) => storeTimetable(shell, sources, inspection),
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('timetable-made', timetablePath(inspection)),
  })
  return [
    { ...reads, path, handle: showForm(page) },
    {
      method: 'POST',
      path,
      permission: 'allocation.write',
      audit: 'allocation.make-timetable',
      handle: make,
    },
    { ...reads, path: `${path}.ics`, handle: timetableFile(sources, printCalendar) },
    { ...reads, path: `${path}.csv`, handle: timetableFile(sources, printCsv) },
    { ...reads, path: `${path}.ods`, handle: timetableFile(sources, printOds) },
  ]
}
