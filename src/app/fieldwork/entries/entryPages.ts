/** The pages on which a case is written: the facts, one key question, or all of them at once. */

import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findCase } from '../case/case.queries.ts'
import { loadCase } from '../case/loadCase.ts'
import { whyBarred } from '../case/whyBarred.ts'
import { factsPage } from '../facts-page/factsPage.view.ts'
import { casePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { questionsPage } from '../questions-page/questionsPage.view.ts'
import { acceptProposals } from './acceptProposals.ts'
import { controlId, type EntryField, type RefusedEntry, type ShownCase } from './entryField.view.ts'
import { saveSentEntries } from './saveSentEntries.ts'
import { codeOfKept, proposeEntry, type WriteRequest } from './writeEntry.ts'
import { sentForm } from './writtenEntries.form.ts'

type WrittenPage = {
  readonly inspectionId: string
  readonly next: string
  /** Every field of the page, in its order. */
  readonly fields: readonly EntryField[]
}
type PageOf = (loaded: ShownCase, request: RouteRequest) => WrittenPage | undefined

const ofCase = '/inspections/:inspection/cases/:case'

export function entryPageRoutes(editions: Editions): readonly Route[] {
  const pages: readonly { readonly path: string; readonly template: string; readonly pageOf: PageOf }[] = [
    { path: `${ofCase}/facts`, template: 'fieldwork/facts-page/factsPage.njk', pageOf: factsPage },
    {
      path: `${ofCase}/questions`,
      template: 'fieldwork/questions-page/questionsPage.njk',
      pageOf: (loaded) => questionsPage(loaded, null),
    },
    {
      path: `${ofCase}/questions/:keyQuestion`,
      template: 'fieldwork/questions-page/questionsPage.njk',
      pageOf: (loaded, { params: { keyQuestion = '' } }) => questionsPage(loaded, keyQuestion),
    },
  ]
  return pages.flatMap(({ path, template, pageOf }): readonly Route[] => [
    {
      method: 'GET',
      path,
      permission: 'case.read',
      audit: 'reads',
      handle: show(editions, template, pageOf),
    },
    {
      method: 'POST',
      path,
      permission: 'case.answer',
      audit: 'case.answer',
      repeats: true,
      handle: save(editions, template, pageOf),
      whenNotAllowed: keep(editions),
    },
  ])
}

function show(editions: Editions, template: string, pageOf: PageOf): Route['handle'] {
  return async (request, shell) => {
    const loaded = await loadCase(shell, editions, keyOfPage(request))
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const page = pageOf(loaded.value, request)
    if (page === undefined) return questionNotAsked(request)
    const mayAnswer = await shell.mayDo('case.answer', loaded.value.inspected.inspectionId)
    const { saved } = request.query
    return reply(shell, template, page, {
      message: saved === 'yes' ? 'Your answers are saved.' : null,
      mayAnswer,
      ...(mayAnswer ? {} : { frozen: true }),
    })
  }
}

function save(editions: Editions, template: string, pageOf: PageOf): Route['handle'] {
  return async (request, shell) => {
    const key = keyOfPage(request)
    const loaded = await loadCase(shell, editions, key)
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const page = pageOf(loaded.value, request)
    if (page === undefined) return questionNotAsked(request)
    const form = sentForm(request.body)
    const entries = acceptProposals(loaded.value, request.body, form.entries)
    const { kept, refused } = await saveSentEntries(shell, editions, key, { ...form, entries })
    if (refused.length > 0) return showRefused(editions, template, pageOf, refused, request, shell)
    return { kind: 'redirect', to: kept > 0 ? `${casePath(key)}/conflicts` : `${page.next}?saved=yes` }
  }
}

/** The page again: what could be saved is, and what could not stands as it was sent, with what is wrong. */
async function showRefused(
  editions: Editions,
  template: string,
  pageOf: PageOf,
  refused: readonly RefusedEntry[],
  request: RouteRequest,
  shell: Shell,
): Promise<Reply> {
  const loaded = await loadCase(shell, editions, keyOfPage(request))
  if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
  const page = pageOf({ ...loaded.value, refused }, request)
  if (page === undefined) return questionNotAsked(request)
  const errors = page.fields.flatMap((field) =>
    field.error === null ? [] : [{ text: field.error, href: `#${controlId(field)}` }],
  )
  return reply(shell, template, page, { message: null, mayAnswer: true, errors }, 422)
}

function reply(shell: Shell, template: string, page: object, more: object, status = 200): Reply {
  const model = { ...page, personId: shell.actor.personId ?? '', ...more }
  return { kind: 'page', template, model: { ...model, page: model }, status, problems: [] }
}

/**
 * Keeps what somebody sends who might write here once. The reply is the same whatever stands now and however much of
 * it is new: it tells nothing of the case.
 */
function keep(editions: Editions): NonNullable<Route['whenNotAllowed']> {
  return async (request, shell) => {
    const key = keyOfPage(request)
    const because = await whyBarred(shell, key)
    if (because === undefined) return undefined
    if ((await findCase(shell.database, key)) === undefined) return undefined
    const propose = (by: Shell, of: Editions, write: WriteRequest) => proposeEntry(by, of, write, because)
    const kept = await saveSentEntries(shell, editions, key, sentForm(request.body), propose)
    if (kept.refused.length > 0) return undefined
    return { kind: 'refused', problems: [problem(codeOfKept[because], {})] }
  }
}

export function keyOfPage({ params: { inspection = '', case: caseId = '' } }: RouteRequest) {
  return { inspectionId: inspection, caseId }
}

function questionNotAsked({ params: { keyQuestion = '' } }: RouteRequest): Reply {
  return { kind: 'refused', problems: [problem('fieldwork.question-not-asked', { question: keyQuestion })] }
}
