import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { findSampledCases } from '../sampling/findSampledCases.ts'
import { beginFieldworkRoutes } from './begin/begin-page/beginFieldworkPage.ts'
import { casePageRoutes } from './case-page/casePage.ts'
import { casesRoute } from './cases-page/casesPage.ts'
import { conflictsPageRoutes } from './conflicts/conflicts-page/conflictsPage.ts'
import { entryPageRoutes } from './entries/entryPages.ts'
import { historyPageRoutes } from './history/history-page/historyPage.ts'

/** Returns the routes of the pages of inspected cases. */
export function fieldworkRoutes(editions: Editions): readonly Route[] {
  return [
    ...beginFieldworkRoutes({ editions, findSampledCases }),
    casesRoute(editions),
    ...casePageRoutes(editions),
    ...entryPageRoutes(editions),
    ...conflictsPageRoutes(editions),
    ...historyPageRoutes(editions),
  ]
}
