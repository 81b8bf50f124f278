import type { Route } from '../../platform/http/route.ts'
import { casesPath } from '../fieldwork/paths.ts'
import type { Editions } from '../framework/editions.ts'
import { rateStoredInspection } from './rateStoredInspection.ts'
import { ratingsPage } from './ratingsPage.view.ts'

/** `/inspections/:inspection`: the ratings as a report shows them. */
export function showRatings(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' }, query: { imported = null } }, shell) => {
    const rated = await rateStoredInspection(shell, editions, inspection)
    if (!rated.ok) return { kind: 'refused', problems: rated.problems }
    const page = ratingsPage(rated.value, imported)
    const mayReadCases = await shell.mayDo('case.read', inspection)
    const allowed = await Promise.all(page.links.map(({ permission }) => shell.mayDo(permission, inspection)))
    const links = page.links.filter((_, index) => allowed[index])
    const model = { ...page, links, casesHref: mayReadCases ? casesPath(inspection) : null }
    return { kind: 'page', template: 'ratings/ratingsPage.njk', model }
  }
}
