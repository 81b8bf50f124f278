/** The page with the recommendations of an inspection, on which they are moved. */
import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { findKnownInspection } from '../../../inspections/findKnownInspection.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { recommendationInListPath } from '../../paths.ts'
import { placeRecommendation } from '../changeRecommendations.ts'
import { directionOf } from '../recommendation-page/recommendationPage.form.ts'
import { listRecommendations } from '../recommendations.queries.ts'
import { recommendationsView } from './recommendationsPage.view.ts'

const path = '/inspections/:inspection/recommendations'
const permission = 'findings.write'

/** What the list says after one of its forms, or a form of one recommendation. */
export const recommendationsDone = {
  added: 'Recommendation added.',
  changed: 'Recommendation saved.',
  moved: 'Recommendation moved.',
  removed: 'Recommendation removed.',
}

const page: FormPage = {
  template: 'report/recommendations/recommendations-page/recommendationsPage.njk',
  done: recommendationsDone,
  view: async ({ params: { inspection: id = '' } }, { database }) => {
    const inspection = await findKnownInspection(database, id)
    if (!inspection.ok) return inspection
    return done(recommendationsView(inspection.value, await listRecommendations(database, id)))
  },
}

const move = sendForm(page, {
  act: ({ params: { inspection = '', recommendation = '' }, body }, shell) =>
    placeRecommendation(shell, inspection, recommendation, directionOf(body)),
  next: (moved, { params: { inspection = '' } }) =>
    redirectSaying(recommendationsDone, 'moved', recommendationInListPath(inspection, moved)),
})

export const recommendationsRoutes: readonly Route[] = [
  { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
  {
    method: 'POST',
    path: `${path}/:recommendation/move`,
    permission,
    audit: 'recommendation.move',
    handle: move,
  },
]
