import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../editions.ts'
import { problem } from '../problems.ts'
import { editionView } from './editionPage.view.ts'

/** Shows the standards of an edition, its rules in plain English, and what is not published. */
export function showEdition(editions: Editions): Route['handle'] {
  return async ({ params: { edition: id = '' } }) => {
    const edition = editions.get(id)
    if (edition === undefined)
      return { kind: 'refused', problems: [problem('edition.not-found', { edition: id })] }
    return { kind: 'page', template: 'framework/edition-page/editionPage.njk', model: editionView(edition) }
  }
}
