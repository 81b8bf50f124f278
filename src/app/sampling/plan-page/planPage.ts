/** `/inspections/:inspection/sample` before the draw: the start of fieldwork, the seed, sizes and cases left out. */
import { done, refuse } from '../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { placedAt } from '../../layout/form/formErrors.ts'
import { type FormPage, sendForm } from '../../layout/form/formPage.ts'
import { prepareSample } from '../sampleContext.ts'
import { sampleDone, toSample } from '../sampleDone.ts'
import { excludeCase, includeCase, setPlan, setSize } from './changePlan.ts'
import { exclusionForm, planForm, sizeFieldId, sizeForm } from './planPage.form.ts'
import { planPage } from './planPage.view.ts'

const sample = '/inspections/:inspection/sample'
const writes = { method: 'POST', permission: 'sample.write' } as const

/** Returns the page of a sample that is not drawn yet. */
export function planFormPage(editions: Editions): FormPage {
  return {
    template: 'sampling/plan-page/planPage.njk',
    done: sampleDone,
    view: async ({ params: { inspection = '' } }, { database }, sent) => {
      if (sent !== null && sent.problems[0].code === 'sampling.drawn-already') return refuse(...sent.problems)
      const prepared = await prepareSample(database, editions, inspection)
      return prepared.ok ? done(planPage(prepared.value, sent)) : prepared
    },
  }
}

/** Returns the routes of the forms by which the draw is planned. */
export function planRoutes(editions: Editions): readonly Route[] {
  const page = planFormPage(editions)
  const plan = sendForm(page, {
    name: 'plan',
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const form = planForm(body)
      return form.ok ? setPlan(shell, editions, inspection, form.value) : form
    },
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'planned'),
  })
  const exclude = sendForm(page, {
    name: 'exclusion',
    act: ({ params: { inspection = '' }, body }, shell) =>
      excludeCase(shell, editions, inspection, exclusionForm(body)),
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'excluded'),
  })
  const include = sendForm(page, {
    name: 'inclusion',
    act: ({ params: { inspection = '', case: pseudonym = '' } }, shell) =>
      includeCase(shell, editions, inspection, pseudonym),
    next: (_, { params: { inspection = '' } }) => toSample(inspection, 'included'),
  })
  return [
    { ...writes, repeats: true, path: `${sample}/plan`, audit: 'sample.plan', handle: plan },
    {
      ...writes,
      repeats: true,
      path: `${sample}/size`,
      audit: 'sample.set-size',
      handle: saveSize(editions),
    },
    { ...writes, path: `${sample}/exclusions`, audit: 'sample.exclude', handle: exclude },
    { ...writes, path: `${sample}/exclusions/:case/take-back`, audit: 'sample.exclude', handle: include },
  ]
}

const asksForRule = ({ body: { act = '' } }: RouteRequest): boolean => act === 'take-back'

/** Sets a size by hand, or removes it if the form says so. */
function saveSize(editions: Editions): Route['handle'] {
  return sendForm(planFormPage(editions), {
    name: 'size',
    act: async (request, shell) => {
      const { inspection = '' } = request.params
      const { domain = '' } = request.body
      if (asksForRule(request)) return setSize(shell, editions, inspection, { domain, override: null })
      const form = sizeForm(request.body)
      const saved = form.ok
        ? await setSize(shell, editions, inspection, { domain, override: form.value })
        : form
      return placedAt(saved, (field) => sizeFieldId(field, domain))
    },
    next: (_, request) => {
      const { inspection = '' } = request.params
      return toSample(inspection, asksForRule(request) ? 'size-taken-back' : 'size-set')
    },
  })
}
