import type { Route } from '../../platform/http/route.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { publicationPageRoutes } from './publicationPage.ts'
import { stagePageRoutes } from './stagePage.ts'

export function programmeRoutes(sources: AllocationSources): readonly Route[] {
  return [...stagePageRoutes(sources), ...publicationPageRoutes(sources)]
}
