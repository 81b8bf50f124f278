/** `/inspections/:inspection/cases/:case/history`: every value that was ever written, and every step, in parts. */
import type { Edition } from '../../../core/framework/edition.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pagesView } from '../../people/history/historyFrame.view.ts'
import { loadCase } from '../case/loadCase.ts'
import { stepDone } from '../case-page/casePage.view.ts'
import { wordsOf } from '../conflicts/conflictsPage.view.ts'
import { entryTitle } from '../entries/entryField.view.ts'
import { keyOfPage } from '../entries/entryPages.ts'
import { casePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { caseFrame } from '../questions-page/questionsPage.view.ts'
import { listSteps } from '../steps/caseSteps.queries.ts'
import { type HistoryLine, orderHistory, readHistory } from './caseHistory.queries.ts'

const path = '/inspections/:inspection/cases/:case/history'
const reads = { method: 'GET', permission: 'case.read', audit: 'reads' } as const
const linesOnAPage = 50
/** Of each text; the whole of it is a page of its own. */
const mostCharacters = 1_000

export function historyPageRoutes(editions: Editions): readonly Route[] {
  return [
    { ...reads, path, handle: (request, shell) => showHistory(editions, request, shell) },
    { ...reads, path: `${path}/:line`, handle: (request, shell) => showLine(editions, request, shell) },
  ]
}

async function showHistory(editions: Editions, request: RouteRequest, shell: Shell): Promise<Reply> {
  const key = keyOfPage(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
  const places = await orderHistory(shell.database, key)
  const page = pageAsked(request)
  const part = places.slice((page - 1) * linesOnAPage, page * linesOnAPage)
  const lines = await readHistory(shell.database, key, part, mostCharacters)
  const steps = (await listSteps(shell.database, key)).map(({ step, author, at, comment }) => ({
    step: stepDone(step),
    by: author.name,
    at: momentText(new Date(at)),
    comment: comment ?? '',
  }))
  const href = `${casePath(key)}/history`
  const model = {
    ...caseFrame(loaded.value),
    lines: lines.map((line) => viewOf(loaded.value.edition, line, href)),
    pages: pagesView({ query: {}, page, count: places.length, noun: 'value', onAPage: linesOnAPage }),
    steps: page === 1 ? steps : [],
  }
  return { kind: 'page', template: 'fieldwork/history/historyPage.njk', model }
}

/** One value, whole. */
async function showLine(editions: Editions, request: RouteRequest, shell: Shell): Promise<Reply> {
  const key = keyOfPage(request)
  const loaded = await loadCase(shell, editions, key)
  if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
  const place = (await orderHistory(shell.database, key)).find(({ id }) => id === request.params['line'])
  const [line] = place === undefined ? [] : await readHistory(shell.database, key, [place])
  if (line === undefined) return { kind: 'refused', problems: [problem('request.not-found', {})] }
  const historyHref = `${casePath(key)}/history`
  const model = {
    ...caseFrame(loaded.value),
    historyHref,
    line: viewOf(loaded.value.edition, line, historyHref),
  }
  return { kind: 'page', template: 'fieldwork/history/historyLinePage.njk', model }
}

/** Counted from 1. */
function pageAsked({ query: { page = '' } }: RouteRequest): number {
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
}

function viewOf(edition: Edition, line: HistoryLine, href: string) {
  return {
    title: entryTitle(edition, line),
    words: wordsOf(edition, line.value),
    detail: line.detail ?? '',
    wholeHref: line.isCut ? `${href}/${encodeURIComponent(line.id)}` : null,
    by: line.by,
    at: momentText(new Date(line.at)),
    standing: standingOf(line),
  }
}

function standingOf({ version, decided }: HistoryLine): string {
  if (version !== null) return `Version ${version}`
  if (decided === null) return 'Kept, not decided yet'
  const reason = decided.reason === null ? '' : `: ${decided.reason}`
  return `Kept; decided by ${decided.by}, ${momentText(new Date(decided.at))}${reason}`
}
