/** One recommendation: the form by which it is added or changed. */
import { type Problem, problem } from '../../../../core/kernel/problem.ts'
import type { Reply, Route, RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { findKnownInspection } from '../../findings/editionOfInspection.ts'
import { addRecommendation, changeRecommendation } from '../changeRecommendations.ts'
import { listRecommendations } from '../recommendations.queries.ts'
import { toRecommendations } from '../recommendations-page/recommendationsPage.ts'
import { recommendationWords, versionSeen } from './recommendation.form.ts'
import { type FormState, recommendationView } from './recommendationPage.view.ts'

const path = '/inspections/:inspection/recommendations'
const permission = 'findings.write'

export const recommendationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/new`,
    permission,
    audit: 'reads',
    handle: ({ params: { inspection = '' } }, shell) =>
      formPage(shell, inspection, { id: null, refused: null }),
  },
  {
    method: 'POST',
    path,
    permission,
    audit: 'recommendation.add',
    handle: async ({ params: { inspection = '' }, body }, shell) => {
      const words = recommendationWords(body)
      const added = words.ok ? await addRecommendation(shell, inspection, words.value) : words
      if (added.ok) return toRecommendations(inspection, 'added', added.value)
      return formPage(shell, inspection, { id: null, refused: { body, problems: added.problems } })
    },
  },
  {
    method: 'GET',
    path: `${path}/:recommendation`,
    permission,
    audit: 'reads',
    handle: ({ params: { inspection = '', recommendation = '' } }, shell) =>
      formPage(shell, inspection, { id: recommendation, refused: null }),
  },
  {
    method: 'POST',
    path: `${path}/:recommendation`,
    permission,
    audit: 'recommendation.change',
    repeats: true,
    handle: (request, shell) => changed(request, shell),
  },
]

async function changed({ params, body }: RouteRequest, shell: Shell): Promise<Reply> {
  const { inspection = '', recommendation = '' } = params
  const words = recommendationWords(body)
  const seen = { id: recommendation, version: versionSeen(body) }
  const result = words.ok ? await changeRecommendation(shell, inspection, seen, words.value) : words
  if (result.ok) return toRecommendations(inspection, 'changed', result.value)
  const refused = { body, problems: result.problems }
  // What was typed into one that somebody removed is not lost: the form now adds it.
  const isGone = result.problems[0].code === 'recommendations.gone'
  return formPage(shell, inspection, { id: isGone ? null : recommendation, refused })
}

async function formPage(shell: Shell, id: string, state: FormState): Promise<Reply> {
  const inspection = await findKnownInspection(shell.database, id)
  if (!inspection.ok) return { kind: 'refused', problems: inspection.problems }
  const list = await listRecommendations(shell.database, id)
  const view = recommendationView(inspection.value, list, state)
  if (view === undefined) return { kind: 'refused', problems: [problem('recommendations.gone', {})] }
  const problems = state.refused?.problems ?? []
  const template = 'report/recommendations/recommendation-page/recommendationPage.njk'
  return { kind: 'page', template, status: statusOf(problems), model: view, problems }
}

function statusOf([first]: readonly Problem[]): number {
  if (first === undefined) return 200
  return first.place.field === undefined || first.code === 'recommendations.changed-meanwhile' ? 409 : 422
}
