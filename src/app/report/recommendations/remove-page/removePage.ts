/** The page that asks whether to remove a recommendation. */

import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { findKnownInspection } from '../../../inspections/findKnownInspection.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { placedAt } from '../../../layout/form/formErrors.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { recommendationsPath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { savedText } from '../../savedText.ts'
import { removeRecommendation } from '../changeRecommendations.ts'
import { listRecommendations } from '../recommendations.queries.ts'
import { recommendationsDone } from '../recommendations-page/recommendationsPage.ts'

const path = '/inspections/:inspection/recommendations/:recommendation/remove'
const permission = 'findings.write'

const page: FormPage = {
  template: 'report/recommendations/remove-page/removePage.njk',
  view: async ({ params: { inspection: id = '', recommendation = '' } }, shell) => {
    const inspection = await findKnownInspection(shell.database, id)
    if (!inspection.ok) return inspection
    const list = await listRecommendations(shell.database, id)
    const stored = list.find((each) => each.id === recommendation)
    if (stored === undefined) return refuse(problem('recommendations.gone', {}))
    return done({
      inspectionHref: inspectionPath(id),
      service: inspection.value.serviceName,
      address: recommendationsPath(id),
      recommendation: stored,
      saved: savedText(stored),
    })
  },
}

/** If someone has changed it, the page shows it as it is now and asks again. */
const remove = sendForm(page, {
  act: async ({ params: { inspection = '', recommendation = '' }, body }, shell) => {
    const seen = { id: recommendation, version: versionSeen(body) }
    return placedAt(await removeRecommendation(shell, inspection, seen), () => 'remove')
  },
  next: (_, { params: { inspection = '' } }) =>
    redirectSaying(recommendationsDone, 'removed', recommendationsPath(inspection)),
})

export const removeRecommendationRoutes: readonly Route[] = [
  { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
  { method: 'POST', path, permission, audit: 'recommendation.remove', handle: remove },
]
