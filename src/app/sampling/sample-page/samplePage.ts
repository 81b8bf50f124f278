/** `/inspections/:inspection/sample`: the plan before the draw, the sample after it. */
import { done } from '../../../core/kernel/result.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { type FormPage, showForm } from '../../layout/form/formPage.ts'
import { barOf } from '../allocation/caseBar.ts'
import { planFormPage } from '../plan-page/planPage.ts'
import { loadDrawnSample } from '../sampleContext.ts'
import { sampleDone } from '../sampleDone.ts'
import { findDraw } from '../sampleDraw.queries.ts'
import { samplePage } from './samplePage.view.ts'

/** Returns the route of the page of a sample. */
export function sampleRoutes(editions: Editions): readonly Route[] {
  const showPlan = showForm(planFormPage(editions))
  const showSample = showForm(drawnSamplePage(editions))
  return [
    {
      method: 'GET',
      path: '/inspections/:inspection/sample',
      permission: 'sample.read',
      audit: 'reads',
      handle: async (request, shell) => {
        const { inspection = '' } = request.params
        const draw = await findDraw(shell.database, inspection)
        return draw === undefined ? showPlan(request, shell) : showSample(request, shell)
      },
    },
  ]
}

function drawnSamplePage(editions: Editions): FormPage {
  return {
    template: 'sampling/sample-page/samplePage.njk',
    done: sampleDone,
    view: async ({ params: { inspection = '' } }, { database, actor }) => {
      const drawn = await loadDrawnSample(database, editions, inspection)
      if (!drawn.ok) return drawn
      return done(samplePage(drawn.value, await barOf(database, actor, inspection)))
    },
  }
}
