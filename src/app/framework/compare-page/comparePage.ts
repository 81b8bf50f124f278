import type { Edition } from '../../../core/framework/edition.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { done, refuse } from '../../../core/kernel/result.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../editions.ts'
import { comparePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { compareView } from './comparePage.view.ts'

type Pair = { readonly before: Edition; readonly after: Edition }

/** Leads from the choice of two editions, `/editions/compare?before=…&after=…`, to the address of their comparison. */
export function chooseComparison(editions: Editions): Route['handle'] {
  return async ({ query }) => {
    const pair = findPair(editions, query)
    return pair.ok
      ? { kind: 'redirect', to: comparePath(pair.value.before.id, pair.value.after.id) }
      : { kind: 'refused', problems: pair.problems }
  }
}

/** Shows what differs between two editions, question by question. */
export function showComparison(editions: Editions): Route['handle'] {
  return async ({ params }) => {
    const pair = findPair(editions, params)
    if (!pair.ok) return { kind: 'refused', problems: pair.problems }
    const model = compareView(pair.value.before, pair.value.after)
    return { kind: 'page', template: 'framework/compare-page/comparePage.njk', model }
  }
}

function findPair(editions: Editions, names: Readonly<Record<string, string>>): Result<Pair> {
  const { before: beforeId = '', after: afterId = '' } = names
  const [before, after] = [editions.get(beforeId), editions.get(afterId)]
  if (before === undefined) return refuse(problem('edition.not-found', { edition: beforeId }))
  if (after === undefined) return refuse(problem('edition.not-found', { edition: afterId }))
  return done({ before, after })
}
