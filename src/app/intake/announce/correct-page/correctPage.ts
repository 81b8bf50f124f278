import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { Editions } from '../../../framework/editions.ts'
import { inspectionDone } from '../../../inspections/inspectionDone.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { listServiceNames } from '../../../people/access/rights.queries.ts'
import { hasWork } from '../announced.queries.ts'
import { correctInspection, findUnpublished } from '../correctInspection.ts'
import { correctForm } from './correct.form.ts'
import { correctView } from './correctPage.view.ts'

const path = '/inspections/:inspection/correct'
const permission = 'inspection.correct'

/** Returns the routes of the form that corrects what an inspection was announced with. */
export function correctRoutes(editions: Editions): readonly Route[] {
  const page = correctPage(editions)
  const correct = sendForm(page, {
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const form = correctForm(body)
      return form.ok ? correctInspection(shell, editions, inspection, form.value) : form
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectSaying(inspectionDone, 'corrected', inspectionPath(inspection)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'inspection.correct', repeats: true, handle: correct },
  ]
}

function correctPage(editions: Editions): FormPage {
  return {
    template: 'intake/announce/correct-page/correctPage.njk',
    view: async ({ params: { inspection: id = '' } }, { database }, sent) => {
      const inspection = await findUnpublished(database, id)
      if (!inspection.ok) return inspection
      const { editionId } = inspection.value
      const edition = editions.get(editionId)?.title ?? editionId
      const correctable = { inspection: inspection.value, edition, hasWork: await hasWork(database, id) }
      return done({
        ...correctView(correctable, sent),
        editions: [...editions.values()].map(({ id: editionId, title }) => ({ id: editionId, title })),
        services: await listServiceNames(database),
      })
    },
  }
}
