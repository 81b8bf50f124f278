import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { findSampledCases } from '../sampling/findSampledCases.ts'
import { openApi } from './api/openApi.ts'
import { routeOf } from './api/operation.ts'
import { apiOperations } from './api/operations.ts'
import { beginFieldworkRoutes } from './begin/beginFieldworkPage.ts'
import { casePageRoutes } from './casePage.ts'
import { casesRoute } from './casesPage.ts'
import { conflictsPageRoutes } from './conflictsPage.ts'
import { entryPageRoutes } from './entryPages.ts'
import { historyPageRoute } from './historyPage.ts'

/** The pages of inspected cases, and the API. */
export function fieldworkRoutes(editions: Editions): readonly Route[] {
  const operations = apiOperations(editions)
  return [
    ...beginFieldworkRoutes({ editions, findSampledCases }),
    casesRoute(editions),
    ...casePageRoutes(editions),
    ...entryPageRoutes(editions),
    ...conflictsPageRoutes(editions),
    historyPageRoute(editions),
    ...operations.map(routeOf),
    describeApi(openApi(operations)),
  ]
}

function describeApi(document: object): Route {
  return {
    method: 'GET',
    path: '/api/v1/openapi.json',
    permission: 'page.read',
    audit: 'reads',
    handle: async () => ({ kind: 'json', body: document }),
  }
}
