import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import type { RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { allocationPage } from '../allocationPage.ts'
import { personForm } from '../forms.ts'
import { type AllocationSources, loadAllocation } from '../loadAllocation.ts'
import { problem } from '../problems.ts'
import { peopleView, personView } from './assessorsPage.view.ts'
import { savePerson } from './saveAssessor.ts'

/** The people of the inspection, and the form that adds one. */
export function peoplePage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/assessors-page/assessorsPage.njk',
    section: '/people',
    view: async (allocation, sent, { query: { account = '' } }) =>
      done(peopleView(allocation, sent, account)),
  })
}

/** The form of one person. */
export function personPage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/assessors-page/assessorPage.njk',
    section: '/people',
    view: async (allocation, sent, { params: { person = '' } }) => {
      const one = allocation.assessors.find(({ id }) => id === person)
      return one === undefined
        ? refuse(problem('allocation.person-not-found', { person }))
        : done(personView(allocation, one, sent))
    },
  })
}

/** Adds the person of the form, or changes the one that the address names. */
export function savePersonOf(sources: AllocationSources) {
  return async ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '', person = null } = params
    const allocation = await loadAllocation(shell.database, sources, inspection)
    if (!allocation.ok) return allocation
    const { services, settings } = allocation.value
    const ids = services.map(({ id }) => id)
    const form = personForm(body, ids, settings.fieldwork.days.length)
    return form.ok ? savePerson(shell, sources, inspection, person, form.value) : form
  }
}
