import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { nameCaseManagers } from '../allocated-case-page/changeCase.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import { barredCases } from '../allocationSeenBy.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { caseManagersPath } from '../paths.ts'
import { caseManagersForm } from './caseManagersPage.form.ts'
import { caseManagersView } from './caseManagersPage.view.ts'

const path = `${allocationRoute}/case-managers`
const permission = 'allocation.write'

/** Returns the routes of the page that names the case manager of each case, in one form. */
export function caseManagersRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/case-managers-page/caseManagersPage.njk',
    section: 'Case managers',
    view: async ({ allocation, sent, shell }) =>
      done(caseManagersView(allocation, await barredCases(shell, allocation), sent?.values ?? {})),
  })
  const save = sendForm(page, {
    act: async ({ params: { inspection = '' }, body }, shell) => {
      const names = caseManagersForm(body)
      return names.ok ? nameCaseManagers(shell, sources, inspection, names.value) : names
    },
    next: (_, { params: { inspection = '' } }) =>
      redirectAllocated('case-managers-saved', caseManagersPath(inspection)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'allocation.name-case-managers', repeats: true, handle: save },
  ]
}
