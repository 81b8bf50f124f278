import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { sendForm, showForm } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { allocationPage, allocationRoute, redirectAllocated } from '../allocationPage.ts'
import { assignmentHistory } from '../assignments.queries.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { allocatedCasePath } from '../paths.ts'
import { problem } from '../problems.ts'
import { allocatedCaseView } from './allocatedCasePage.view.ts'
import { changeCaseByHand } from './changeCase.ts'

const path = `${allocationRoute}/cases/:case`

/** Returns the routes of the page of one case: who it is allocated to, who had it, and the form that reallocates it. */
export function allocatedCaseRoutes(sources: AllocationSources): readonly Route[] {
  const page = allocationPage(sources, {
    template: 'sampling/allocation/allocated-case-page/allocatedCasePage.njk',
    section: 'Cases',
    view: async ({ allocation, sent, request, shell }) => {
      const { inspection = '', case: pseudonym = '' } = request.params
      const sampledCase = allocation.cases.find((each) => each.pseudonym === pseudonym)
      if (sampledCase === undefined) return refuse(problem('allocation.case-not-found', { case: pseudonym }))
      const history = await assignmentHistory(shell.database, inspection, pseudonym)
      return done(allocatedCaseView({ allocation, sampledCase, history, typed: sent?.values ?? {} }))
    },
  })
  const change = sendForm(page, {
    act: async ({ params, body }, shell) => {
      const { inspection = '', case: pseudonym = '' } = params
      const { assessor = '', reason = '' } = body
      const version = versionSeen(body)
      return changeCaseByHand(shell, sources, inspection, { pseudonym, assessor, reason, version })
    },
    next: (_, { params: { inspection = '', case: pseudonym = '' } }) =>
      redirectAllocated('case-changed', allocatedCasePath(inspection, pseudonym)),
  })
  return [
    { method: 'GET', path, permission: 'allocation.read', audit: 'reads', handle: showForm(page) },
    {
      method: 'POST',
      path,
      permission: 'allocation.write',
      audit: 'allocation.change-case',
      repeats: true,
      handle: change,
    },
  ]
}
