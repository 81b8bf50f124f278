/** `/inspections/:inspection/sample/draw`: what the draw is made from, to be checked before it is made for good. */
import { done, refuse } from '../../../core/kernel/result.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { type FormPage, sendForm, showForm } from '../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import { prepareSample } from '../sampleContext.ts'
import { toSample } from '../sampleDone.ts'
import { findDraw } from '../sampleDraw.queries.ts'
import { drawPage } from './drawPage.view.ts'
import { drawStoredSample } from './drawStoredSample.ts'

const path = '/inspections/:inspection/sample/draw'
const permission = 'sample.write'

/** Returns the routes of the page that asks before it draws. It draws only what the page showed. */
export function drawRoutes(editions: Editions): readonly Route[] {
  const page: FormPage = {
    template: 'sampling/draw-page/drawPage.njk',
    view: async ({ params: { inspection = '' } }, { database }) => {
      if ((await findDraw(database, inspection)) !== undefined)
        return refuse(problem('sampling.drawn-already', {}))
      const prepared = await prepareSample(database, editions, inspection)
      return prepared.ok ? drawPage(prepared.value) : prepared
    },
  }
  const draw = sendForm(page, {
    act: async ({ params: { inspection = '' }, body: { seen = '' } }, shell) => {
      const drawn = await drawStoredSample(shell, editions, inspection, seen)
      return drawn.ok ? done(null) : drawn
    },
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'drawn'),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'sample.draw', handle: draw },
  ]
}
