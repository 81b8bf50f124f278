/** The page on which a recommendation is added or changed. */
import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { findKnownInspection } from '../../../inspections/findKnownInspection.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { recommendationInListPath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { addRecommendation, changeRecommendation } from '../changeRecommendations.ts'
import { listRecommendations } from '../recommendations.queries.ts'
import { recommendationsDone } from '../recommendations-page/recommendationsPage.ts'
import { recommendationForm } from './recommendationPage.form.ts'
import { recommendationView } from './recommendationPage.view.ts'

const path = '/inspections/:inspection/recommendations'
const permission = 'findings.write'

const page: FormPage = {
  template: 'report/recommendations/recommendation-page/recommendationPage.njk',
  view: async ({ params: { inspection: id = '', recommendation } }, { database }, sent) => {
    const inspection = await findKnownInspection(database, id)
    if (!inspection.ok) return inspection
    const list = await listRecommendations(database, id)
    const view = recommendationView(inspection.value, list, recommendation ?? null, sent)
    return view === undefined ? refuse(problem('recommendations.gone', {})) : done(view)
  },
}

const add = sendForm(page, {
  act: async ({ params: { inspection = '' }, body }, shell) => {
    const form = recommendationForm(body)
    return form.ok ? addRecommendation(shell, inspection, form.value) : form
  },
  next: (added, { params: { inspection = '' } }) =>
    redirectSaying(recommendationsDone, 'added', recommendationInListPath(inspection, added)),
})

const change = sendForm(page, {
  act: async ({ params: { inspection = '', recommendation = '' }, body }, shell) => {
    const form = recommendationForm(body)
    const seen = { id: recommendation, version: versionSeen(body) }
    return form.ok ? changeRecommendation(shell, inspection, seen, form.value) : form
  },
  next: (changed, { params: { inspection = '' } }) =>
    redirectSaying(recommendationsDone, 'changed', recommendationInListPath(inspection, changed)),
})

export const recommendationRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/new`, permission, audit: 'reads', handle: showForm(page) },
  { method: 'POST', path, permission, audit: 'recommendation.add', handle: add },
  { method: 'GET', path: `${path}/:recommendation`, permission, audit: 'reads', handle: showForm(page) },
  {
    method: 'POST',
    path: `${path}/:recommendation`,
    permission,
    audit: 'recommendation.change',
    repeats: true,
    handle: change,
  },
]
