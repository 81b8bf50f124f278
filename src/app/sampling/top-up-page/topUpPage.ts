/** Adding cases from a later version of the list, without drawing again what is being inspected. */
import { done, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import { loadDrawnSample } from '../sampleContext.ts'
import { toSample } from '../sampleDone.ts'
import { topUpPage } from './topUpPage.view.ts'
import { proposeTopUp, topUpStoredSample } from './topUpStoredSample.ts'

const path = '/inspections/:inspection/sample/top-up'

/** Returns the routes of the page that shows what a later version adds, and adds it. */
export function topUpRoutes(editions: Editions): readonly Route[] {
  const page: FormPage = {
    template: 'sampling/top-up-page/topUpPage.njk',
    view: async ({ params: { inspection = '' } }, { database }) => {
      const drawn = await loadDrawnSample(database, editions, inspection)
      if (!drawn.ok) return drawn
      const proposed = await proposeTopUp(database, drawn.value)
      return proposed.ok ? done(topUpPage(drawn.value, proposed.value)) : proposed
    },
  }
  const topUp = sendForm(page, {
    act: async ({ params: { inspection = '' }, body: { reason: typed = '' } }, shell) => {
      const reason = typed.trim()
      const missing = problem('sampling.top-up-reason-missing', {}, { field: 'reason' })
      const [fault, ...others] = textProblems(reason, 'reason', missing)
      return fault === undefined
        ? topUpStoredSample(shell, editions, inspection, reason)
        : refuse(fault, ...others)
    },
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'topped-up'),
  })
  return [
    { method: 'GET', path, permission: 'sample.read', audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission: 'sample.write', audit: 'sample.top-up', handle: topUp },
  ]
}
