import { done } from '../../../../core/kernel/result.ts'
import { allocationPage } from '../allocationPage.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { findTimetable } from '../timetable.queries.ts'
import { timetableView } from './timetablePage.view.ts'

/** The timetable by day, what has no time, and the files. */
export function timetablePage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/timetable-page/timetablePage.njk',
    section: '/timetable',
    view: async (allocation, _sent, _request, shell) => {
      const timetable = await findTimetable(shell.database, allocation.inspection.id)
      return done(timetableView(allocation, timetable))
    },
  })
}
