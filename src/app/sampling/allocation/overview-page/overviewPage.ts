import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import { barredCases } from '../allocationSeenBy.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { allocationPath } from '../paths.ts'
import { proposeCases } from '../proposeCases.ts'
import { overview } from './overviewPage.view.ts'

/** Returns the routes of the page that shows who has which case, with the button that proposes it. */
export function overviewRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/overview-page/overviewPage.njk',
    section: 'Cases',
    view: async ({ allocation, shell }) => done(overview(allocation, await barredCases(shell, allocation))),
  })
  const propose = sendForm(page, {
    act: ({ params: { inspection = '' } }, shell) => proposeCases(shell, sources, inspection),
    next: (_, { params: { inspection = '' } }) => redirectAllocated('proposed', allocationPath(inspection)),
  })
  return [
    {
      method: 'GET',
      path: allocationRoute,
      permission: 'allocation.read',
      audit: 'reads',
      handle: showForm(page),
    },
    {
      method: 'POST',
      path: `${allocationRoute}/propose`,
      permission: 'allocation.write',
      audit: 'allocation.propose',
      handle: propose,
    },
  ]
}
