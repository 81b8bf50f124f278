import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionDone } from '../../inspections/inspectionDone.ts'
import { doneSentence } from '../../layout/form/doneSentences.ts'
import { allowedLinks, allowedWork, type WorkLink } from '../../layout/workLinks.ts'
import { rateStoredInspection } from '../rateStoredInspection.ts'
import { ratingsPage } from './ratingsPage.view.ts'

/** Returns the handler of the page of an inspection: its ratings as its report shows them. */
export function showRatings(editions: Editions, workLinks: readonly WorkLink[]): Route['handle'] {
  return async ({ params: { inspection = '' }, query: { done } }, shell) => {
    const rated = await rateStoredInspection(shell, editions, inspection)
    if (!rated.ok) return { kind: 'refused', problems: rated.problems }
    const page = ratingsPage(rated.value)
    const links = await allowedLinks(shell.mayDo, inspection, page.links)
    const work = await allowedWork(shell.mayDo, inspection, workLinks)
    const model = { ...page, links, work, done: doneSentence(inspectionDone, done) }
    return { kind: 'page', template: 'ratings/ratings-page/ratingsPage.njk', model }
  }
}
