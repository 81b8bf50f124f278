import type { Route } from '../../platform/http/route.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { publicationPageRoutes } from './publication-page/publicationPage.ts'
import { stagePageRoutes } from './stage-page/stagePage.ts'

export function programmeRoutes(sources: AllocationSources): readonly Route[] {
  return [...stagePageRoutes(sources), ...publicationPageRoutes(sources)]
}
