import { done } from '../../../../core/kernel/result.ts'
import { allocationPage } from '../allocationPage.ts'
import { barredCases } from '../allocationSeenBy.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { overview } from './overviewPage.view.ts'

/** Which case is with whom, and the button that proposes it. */
export function overviewPage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/overview-page/overviewPage.njk',
    section: '',
    view: async (allocation, _sent, _request, shell) =>
      done(overview(allocation, await barredCases(shell, allocation))),
  })
}
