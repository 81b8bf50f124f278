import type { Route } from '../../platform/http/route.ts'
import { chooseComparison, showComparison } from './compare-page/comparePage.ts'
import { showEdition } from './edition-page/editionPage.ts'
import type { Editions } from './editions.ts'
import { showEditions } from './editions-page/editionsPage.ts'
import { chooseComparisonPath, editionsPath } from './paths.ts'
import { showEditionStandard } from './standard-page/standardPage.ts'

/** Returns the routes of the pages of editions. */
export function frameworkRoutes(editions: Editions): readonly Route[] {
  const reads = { method: 'GET', permission: 'edition.read', audit: 'reads' } as const
  return [
    { ...reads, path: editionsPath, handle: showEditions(editions) },
    { ...reads, path: chooseComparisonPath, handle: chooseComparison(editions) },
    { ...reads, path: `${chooseComparisonPath}/:before/:after`, handle: showComparison(editions) },
    { ...reads, path: `${editionsPath}/:edition`, handle: showEdition(editions) },
    { ...reads, path: `${editionsPath}/:edition/standards/:standard`, handle: showEditionStandard(editions) },
  ]
}
