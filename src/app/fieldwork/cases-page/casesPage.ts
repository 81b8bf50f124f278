import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionPagePath, inspectionPath } from '../../layout/inspectionPath.ts'
import { casesPage } from './casesPage.view.ts'
import { listCaseRows } from './listCaseRows.ts'

/** Returns the route of `/inspections/:inspection/cases`: your own cases, and everyone else's. */
export function casesRoute(editions: Editions): Route {
  return {
    method: 'GET',
    path: '/inspections/:inspection/cases',
    permission: 'case.read',
    audit: 'reads',
    handle: async ({ params: { inspection = '' } }, shell) => {
      const listed = await listCaseRows(shell, editions, inspection)
      if (!listed.ok) return { kind: 'refused', problems: listed.problems }
      const model = {
        ...casesPage(listed.value, shell.actor.personId ?? null),
        inspectionHref: inspectionPath(inspection),
        answersHref: inspectionPagePath(inspection, 'answers.csv'),
        judgementsHref: inspectionPagePath(inspection, 'judgements.json'),
      }
      return { kind: 'page', template: 'fieldwork/cases-page/casesPage.njk', model }
    },
  }
}
