import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { problem } from '../problems.ts'
import { rateStoredInspection } from '../rateStoredInspection.ts'
import { ratedStandardPage } from './ratedStandardPage.view.ts'

/** Returns the handler of the page that shows how one rating was reached. */
export function showStandard(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', standard = '' } }, shell) => {
    const rated = await rateStoredInspection(shell, editions, inspection)
    if (!rated.ok) return { kind: 'refused', problems: rated.problems }
    const model = ratedStandardPage(rated.value, standard)
    if (model === undefined) {
      const details = { edition: rated.value.edition.id, standard }
      return { kind: 'refused', problems: [problem('inspection.standard-not-found', details)] }
    }
    return { kind: 'page', template: 'ratings/standard-page/ratedStandardPage.njk', model }
  }
}
