/** `/inspections/:inspection/cases/:case/history`: every value that was ever written, and every step, in parts. */
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import type { Editions } from '../../../framework/editions.ts'
import { pagesView } from '../../../people/history/historyFrame.view.ts'
import { caseKeyOf } from '../../case/caseKey.ts'
import { loadCase } from '../../case/loadCase.ts'
import { problem } from '../../problems.ts'
import { listSteps } from '../../steps/caseSteps.queries.ts'
import { orderHistory, readHistory } from '../caseHistory.queries.ts'
import { historyLinePage, historyPage } from './historyPage.view.ts'

const path = '/inspections/:inspection/cases/:case/history'
const reads = { method: 'GET', permission: 'case.read', audit: 'reads' } as const
const linesOnAPage = 50
/** Of each text; the whole of it is a page of its own. */
const mostCharacters = 1_000

/** Returns the routes of the history of a case. */
export function historyPageRoutes(editions: Editions): readonly Route[] {
  return [
    {
      ...reads,
      path,
      handle: async (request, shell) =>
        reply('fieldwork/history/history-page/historyPage.njk', await showHistory(editions, request, shell)),
    },
    {
      ...reads,
      path: `${path}/:line`,
      handle: async (request, shell) =>
        reply('fieldwork/history/history-page/historyLinePage.njk', await showLine(editions, request, shell)),
    },
  ]
}

function reply(template: string, model: Result<object>): Reply {
  return model.ok
    ? { kind: 'page', template, model: model.value }
    : { kind: 'refused', problems: model.problems }
}

async function showHistory(editions: Editions, request: RouteRequest, shell: Shell): Promise<Result<object>> {
  const key = caseKeyOf(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const places = await orderHistory(shell.database, key)
  const page = pageAsked(request)
  const part = places.slice((page - 1) * linesOnAPage, page * linesOnAPage)
  const lines = await readHistory(shell.database, key, part, mostCharacters)
  const steps = page === 1 ? await listSteps(shell.database, key) : []
  return done({
    ...historyPage(loaded.value, lines, steps),
    pages: pagesView({ query: {}, page, count: places.length, noun: 'value', onAPage: linesOnAPage }),
  })
}

/** Returns the model of the page of one value, whole. */
async function showLine(editions: Editions, request: RouteRequest, shell: Shell): Promise<Result<object>> {
  const key = caseKeyOf(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return loaded
  const place = (await orderHistory(shell.database, key)).find(({ id }) => id === request.params['line'])
  const [line] = place === undefined ? [] : await readHistory(shell.database, key, [place])
  if (line === undefined) return refuse(problem('request.not-found', {}))
  return done(historyLinePage(loaded.value, line))
}

/** Counted from 1. */
function pageAsked({ query: { page = '' } }: RouteRequest): number {
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
}
