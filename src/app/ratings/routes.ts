import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import type { WorkLink } from '../layout/workLinks.ts'
import { answersDownloadRoutes } from './answers/answersDownload.ts'
import { importRoutes } from './import/routes.ts'
import { showInspections } from './inspections-page/inspectionsPage.ts'
import { inspectionsPath } from './paths.ts'
import { showRatings } from './ratings-page/ratingsPage.ts'
import { showStandard } from './standard-page/ratedStandardPage.ts'

/** Returns the routes of inspections and their ratings, and of the imports. */
export function ratingsRoutes(editions: Editions, workLinks: readonly WorkLink[]): readonly Route[] {
  const reads = { method: 'GET', permission: 'inspection.read', audit: 'reads' } as const
  return [
    {
      ...reads,
      permission: 'inspection.list',
      path: inspectionsPath,
      handle: showInspections(editions, workLinks),
    },
    { ...reads, path: '/inspections/:inspection', handle: showRatings(editions, workLinks) },
    { ...reads, path: '/inspections/:inspection/standards/:standard', handle: showStandard(editions) },
    ...answersDownloadRoutes,
    ...importRoutes(editions),
  ]
}
