/** The list of an inspection's recommendations, with moving and removing. */
import { problem } from '../../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { sentenceOf } from '../../../people/accounts/people-page/doneWords.ts'
import { findKnownInspection } from '../../findings/editionOfInspection.ts'
import { placeRecommendation, removeRecommendation } from '../changeRecommendations.ts'
import { directionOf, versionSeen } from '../recommendation-page/recommendation.form.ts'
import { listRecommendations } from '../recommendations.queries.ts'
import { recommendationsAddress, recommendationsView, savedWords } from './recommendationsPage.view.ts'

const path = '/inspections/:inspection/recommendations'
const permission = 'findings.write'

/** What the list says after a form was taken. */
const recommendationDone = {
  added: 'The recommendation is added.',
  changed: 'The recommendation is saved.',
  moved: 'The recommendation is moved.',
  removed: 'The recommendation is removed.',
} as const

/** The list, saying what was done, at the recommendation `id` where there is one. */
export function toRecommendations(
  inspection: string,
  done: keyof typeof recommendationDone,
  id?: string,
): Reply {
  const place = id === undefined ? '' : `#recommendation-${id}`
  return { kind: 'redirect', to: `${recommendationsAddress(inspection)}?done=${done}${place}` }
}

export const recommendationsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    permission,
    audit: 'reads',
    handle: ({ params: { inspection = '' }, query: { done } }, shell) =>
      listPage(shell, inspection, sentenceOf(recommendationDone, done)),
  },
  {
    method: 'POST',
    path: `${path}/:recommendation/move`,
    permission,
    audit: 'recommendation.move',
    handle: async ({ params: { inspection = '', recommendation = '' }, body }, shell) => {
      const moved = await placeRecommendation(shell, inspection, recommendation, directionOf(body))
      if (!moved.ok) return { kind: 'refused', problems: moved.problems }
      return toRecommendations(inspection, 'moved', moved.value)
    },
  },
  {
    method: 'GET',
    path: `${path}/:recommendation/remove`,
    permission,
    audit: 'reads',
    handle: ({ params: { inspection = '', recommendation = '' } }, shell) =>
      removePage(shell, inspection, recommendation),
  },
  {
    method: 'POST',
    path: `${path}/:recommendation/remove`,
    permission,
    audit: 'recommendation.remove',
    handle: async ({ params: { inspection = '', recommendation = '' }, body }, shell) => {
      const seen = { id: recommendation, version: versionSeen(body) }
      const removed = await removeRecommendation(shell, inspection, seen)
      if (removed.ok) return toRecommendations(inspection, 'removed')
      const [{ code, text }] = removed.problems
      if (code !== 'recommendations.changed-meanwhile') return { kind: 'refused', problems: removed.problems }
      return removePage(shell, inspection, recommendation, text)
    },
  },
]

async function listPage(shell: Shell, id: string, done: string | null): Promise<Reply> {
  const inspection = await findKnownInspection(shell.database, id)
  if (!inspection.ok) return { kind: 'refused', problems: inspection.problems }
  const stored = await listRecommendations(shell.database, id)
  return {
    kind: 'page',
    template: 'report/recommendations/recommendations-page/recommendationsPage.njk',
    model: { ...recommendationsView(inspection.value, stored), done },
  }
}

/** `changed` says that somebody changed the recommendation, which then has to be looked at before it goes. */
async function removePage(shell: Shell, id: string, recommendation: string, changed = ''): Promise<Reply> {
  const inspection = await findKnownInspection(shell.database, id)
  if (!inspection.ok) return { kind: 'refused', problems: inspection.problems }
  const stored = (await listRecommendations(shell.database, id)).find((one) => one.id === recommendation)
  if (stored === undefined) return { kind: 'refused', problems: [problem('recommendations.gone', {})] }
  return {
    kind: 'page',
    template: 'report/recommendations/recommendation-page/removePage.njk',
    status: changed === '' ? 200 : 409,
    problems: [],
    model: {
      inspection: id,
      service: inspection.value.serviceName,
      address: recommendationsAddress(id),
      recommendation: stored,
      saved: savedWords(stored),
      changed,
    },
  }
}
