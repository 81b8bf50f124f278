/** What the server refused, the newest first, for administrators. */
import type { Route } from '../../../platform/http/route.ts'
import { countRefusals, listRefusals } from '../../../platform/refusals/refusal.queries.ts'
import { eventsOnAPage, pagesView } from '../history/historyFrame.view.ts'
import { type RefusalTitles, refusalLine } from './refusalsPage.view.ts'

/** Returns the route of `/refusals`. `titles` are what refusals are called there, by their codes. */
export function refusalsRoute(titles: RefusalTitles): Route {
  return {
    method: 'GET',
    path: '/refusals',
    permission: 'refusal.read',
    audit: 'reads',
    handle: async ({ query }, { database }) => {
      const { page: asked } = query
      const page = pageIn(asked)
      const part = { since: new Date(0), from: (page - 1) * eventsOnAPage, atMost: eventsOnAPage }
      const refusals = await listRefusals(database, part)
      return {
        kind: 'page',
        template: 'people/refusals/refusalsPage.njk',
        model: {
          lines: refusals.map((refusal) => refusalLine(refusal, titles)),
          pages: pagesView({
            query,
            page,
            count: await countRefusals(database),
            noun: 'refusal',
            onAPage: eventsOnAPage,
          }),
        },
      }
    },
  }
}

/** The page that was asked for, counted from 1; the first if it is not a number. */
function pageIn(text = '1'): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1
}
