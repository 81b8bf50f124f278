import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { inspectionsDone } from '../../../inspections/inspectionDone.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { hasWork } from '../announced.queries.ts'
import { findUnpublished, withdrawInspection } from '../correctInspection.ts'
import { correctPath, withdrawPath } from '../paths.ts'

const path = '/inspections/:inspection/withdraw'
const permission = 'inspection.correct'

const page: FormPage = {
  template: 'intake/announce/withdraw-page/withdrawPage.njk',
  view: async ({ params: { inspection: id = '' } }, { database }) => {
    const inspection = await findUnpublished(database, id)
    if (!inspection.ok) return inspection
    return done({
      serviceName: inspection.value.serviceName,
      inspectionHref: inspectionPath(id),
      correctHref: correctPath(id),
      action: withdrawPath(id),
      hasWork: await hasWork(database, id),
    })
  },
}

const withdraw = sendForm(page, {
  act: ({ params: { inspection = '' }, body: { reason = '' } }, shell) =>
    withdrawInspection(shell, inspection, reason.trim()),
  next: () => redirectSaying(inspectionsDone, 'withdrawn', '/inspections'),
})

/** The form that withdraws an inspection. */
export const withdrawRoutes: readonly Route[] = [
  { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
  { method: 'POST', path, permission, audit: 'inspection.withdraw', handle: withdraw },
]
