import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../editions.ts'
import { editionsView } from './editionsPage.view.ts'

/** `/editions`: the editions there are, and the form that compares two. */
export function showEditions(editions: Editions): Route['handle'] {
  return async () => ({
    kind: 'page',
    template: 'framework/editions-page/editionsPage.njk',
    model: editionsView(editions),
  })
}
