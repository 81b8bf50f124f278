import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../editions.ts'
import { problem } from '../problems.ts'
import { editionStandardView } from './standardPage.view.ts'

/** Shows a standard with its questions and how they are answered. */
export function showEditionStandard(editions: Editions): Route['handle'] {
  return async ({ params: { edition: id = '', standard = '' } }) => {
    const edition = editions.get(id)
    if (edition === undefined)
      return { kind: 'refused', problems: [problem('edition.not-found', { edition: id })] }
    const model = editionStandardView(edition, standard)
    return model === undefined
      ? { kind: 'refused', problems: [problem('edition.standard-not-found', { edition: id, standard })] }
      : { kind: 'page', template: 'framework/standard-page/standardPage.njk', model }
  }
}
