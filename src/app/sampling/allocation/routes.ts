import type { Route } from '../../../platform/http/route.ts'
import { allocatedCaseRoutes } from './allocated-case-page/allocatedCasePage.ts'
import { assessorsRoutes } from './assessors-page/assessorsPage.ts'
import { caseManagersRoutes } from './case-managers-page/caseManagersPage.ts'
import { interestsRoutes } from './interests-page/interestsPage.ts'
import type { AllocationSources } from './loadAllocation.ts'
import { overviewRoutes } from './overview-page/overviewPage.ts'
import { settingsRoutes } from './settings-page/settingsPage.ts'
import { timetableRoutes } from './timetable-page/timetablePage.ts'

/** Returns the routes of the pages about who assesses which case, and when. */
export function allocationRoutes(sources: AllocationSources): readonly Route[] {
  return [
    ...overviewRoutes(sources),
    ...allocatedCaseRoutes(sources),
    ...caseManagersRoutes(sources),
    ...assessorsRoutes(sources),
    ...interestsRoutes(sources),
    ...settingsRoutes(sources),
    ...timetableRoutes(sources),
  ]
}
