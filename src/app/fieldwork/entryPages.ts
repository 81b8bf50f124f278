/** The pages on which a case is written: the facts, one key question, or all of them at once. */
import { problem } from '../../core/kernel/problem.ts'
import type { Reply, Route, RouteRequest } from '../../platform/http/route.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { acceptProposals } from './acceptProposals.ts'
import { factsPage } from './factsPage.view.ts'
import { type LoadedCase, loadCase } from './loadCase.ts'
import { casePath } from './paths.ts'
import { questionsPage } from './questionsPage.view.ts'
import { saveSentEntries } from './saveSentEntries.ts'
import { sentEntries } from './writtenEntries.form.ts'

type PageOf = (loaded: LoadedCase, request: RouteRequest) => (object & { readonly next: string }) | undefined

const ofCase = '/inspections/:inspection/cases/:case'

export function entryPageRoutes(editions: Editions): readonly Route[] {
  const pages: readonly { readonly path: string; readonly template: string; readonly pageOf: PageOf }[] = [
    { path: `${ofCase}/facts`, template: 'fieldwork/factsPage.njk', pageOf: factsPage },
    {
      path: `${ofCase}/questions`,
      template: 'fieldwork/questionsPage.njk',
      pageOf: (loaded) => questionsPage(loaded, null),
    },
    {
      path: `${ofCase}/questions/:keyQuestion`,
      template: 'fieldwork/questionsPage.njk',
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
    { method: 'POST', path, permission: 'case.answer', audit: 'case.answer', handle: save(editions, pageOf) },
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
    const common = {
      personId: shell.actor.personId ?? '',
      message: saved === 'yes' ? 'Your answers are saved.' : null,
      mayAnswer,
      ...(mayAnswer ? {} : { frozen: true }),
    }
    const model = { ...page, ...common }
    return { kind: 'page', template, model: { ...model, page: model } }
  }
}

function save(editions: Editions, pageOf: PageOf): Route['handle'] {
  return async (request, shell: Shell) => {
    const key = keyOfPage(request)
    const loaded = await loadCase(shell, editions, key)
    if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
    const page = pageOf(loaded.value, request)
    if (page === undefined) return questionNotAsked(request)
    const sent = acceptProposals(loaded.value, request.body, sentEntries(request.body))
    const saved = await saveSentEntries(shell, editions, key, sent)
    if (!saved.ok) return { kind: 'refused', problems: saved.problems }
    const to = saved.value.kept > 0 ? `${casePath(key)}/conflicts` : `${page.next}?saved=yes`
    return { kind: 'redirect', to }
  }
}

export function keyOfPage({ params: { inspection = '', case: caseId = '' } }: RouteRequest) {
  return { inspectionId: inspection, caseId }
}

function questionNotAsked({ params: { keyQuestion = '' } }: RouteRequest): Reply {
  return { kind: 'refused', problems: [problem('fieldwork.question-not-asked', { question: keyQuestion })] }
}
