import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { interestsPath } from '../paths.ts'
import { conflictForm } from './conflict.form.ts'
import { declareConflict, withdrawConflict } from './conflictChanges.ts'
import { interestsView, withdrawField } from './interestsPage.view.ts'

const path = `${allocationRoute}/conflicts`
const permission = 'allocation.write'

/** Returns the routes of the page of the conflicts of interest, and of the forms that declare and withdraw one. */
export function interestsRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/interests-page/interestsPage.njk',
    section: 'Conflicts of interest',
    view: async ({ allocation, sent, shell }) => done(interestsView(allocation, shell.actor, sent)),
  })
  const declare = sendForm(page, {
    name: 'declare',
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const form = conflictForm(body)
      return form.ok ? declareConflict(shell, sources, inspection, form.value) : form
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('conflict-declared', interestsPath(inspection)),
  })
  const withdraw = sendForm(page, {
    name: 'withdraw',
    act: ({ params: { inspection = '', conflict = '' }, body }, shell) => {
      const conflictId = /^\d{1,9}$/.test(conflict) ? Number(conflict) : 0
      const reason = body[withdrawField(conflictId)] ?? ''
      return withdrawConflict(shell, sources, inspection, { conflictId, reason })
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('conflict-withdrawn', interestsPath(inspection)),
  })
  return [
    { method: 'GET', path, permission: 'allocation.read', audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'allocation.declare-conflict', handle: declare },
    {
      method: 'POST',
      path: `${path}/:conflict/withdraw`,
      permission,
      audit: 'allocation.withdraw-conflict',
      handle: withdraw,
    },
  ]
}
