import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type FormAction, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import type { StoredAssessor } from '../assessors.queries.ts'
import { type AllocationSources, loadAllocation } from '../loadAllocation.ts'
import { assessorPath, assessorsPath } from '../paths.ts'
import { problem } from '../problems.ts'
import { assessorForm } from './assessor.form.ts'
import { assessorsView, assessorView } from './assessorsPage.view.ts'
import { addOrChangeAssessor } from './saveAssessor.ts'

const path = `${allocationRoute}/people`
const permission = 'allocation.write'
const audit = 'allocation.save-person'

/** Returns the routes of the page of the people of an allocation, of the form that adds one and of that of each. */
export function assessorsRoutes(sources: AllocationSources): readonly Route[] {
  const all = allocationPage(sources, {
    template: 'sampling/allocation/assessors-page/assessorsPage.njk',
    section: 'People',
    view: async ({ allocation, sent, request: { query } }) => {
      const { account = '' } = query
      return done(assessorsView(allocation, sent, account))
    },
  })
  const each = allocationPage(sources, {
    template: 'sampling/allocation/assessors-page/assessorPage.njk',
    section: 'People',
    view: async ({ allocation, sent, request }) => {
      const { person = '' } = request.params
      const assessor = allocation.assessors.find(({ id }) => id === person)
      return assessor === undefined
        ? refuse(problem('allocation.person-not-found', { person }))
        : done(assessorView(allocation, assessor, sent))
    },
  })
  const act = saveForm(sources)
  const add = sendForm(all, {
    act,
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('person-saved', assessorsPath(inspection)),
  })
  const change = sendForm(each, {
    act,
    next: (_, { params: { inspection = '', person = '' } }) =>
      redirectAllocated('person-saved', assessorPath(inspection, person)),
  })
  return [
    { method: 'GET', path, permission: 'allocation.read', audit: 'reads', handle: showForm(all) },
    { method: 'POST', path, permission, audit, handle: add },
    { method: 'GET', path: `${path}/:person`, permission, audit: 'reads', handle: showForm(each) },
    { method: 'POST', path: `${path}/:person`, permission, audit, repeats: true, handle: change },
  ]
}

/** Adds the person of the form, or changes the one that the address names. */
function saveForm(sources: AllocationSources): FormAction<StoredAssessor>['act'] {
  return async ({ params, body }, shell) => {
    const { inspection = '', person = null } = params
    const allocation = await loadAllocation(shell.database, sources, inspection)
    if (!allocation.ok) return allocation
    const { services, settings } = allocation.value
    const ids = services.map(({ id }) => id)
    const form = assessorForm(body, ids, settings.fieldwork.days.length)
    return form.ok ? addOrChangeAssessor(shell, sources, inspection, { id: person, ...form.value }) : form
  }
}
