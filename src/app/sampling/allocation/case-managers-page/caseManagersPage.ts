import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import type { RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { nameCaseManagers } from '../allocated-case-page/changeCase.ts'
import { allocationPage } from '../allocationPage.ts'
import { barredCases } from '../allocationSeenBy.ts'
import type { AllocationSources } from '../loadAllocation.ts'

const prefix = 'manager-'

/** The case manager of each case, in one form. */
export function caseManagersPage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/case-managers-page/caseManagersPage.njk',
    section: '/case-managers',
    view: async (allocation, { body }, _request, shell) => {
      const { cases, assignments, assessors } = allocation
      const barred = await barredCases(shell, allocation)
      const names = new Map(assessors.map(({ id, name }) => [id, name]))
      const holders = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, names.get(assessor)]))
      return done({
        cases: cases
          .filter(({ pseudonym }) => !barred.has(pseudonym))
          .map(({ pseudonym, caseManager }) => ({
            pseudonym,
            caseManager: body[prefix + pseudonym] ?? caseManager ?? '',
            assessor: holders.get(pseudonym) ?? 'Nobody yet',
          })),
      })
    },
  })
}

export function nameCaseManagersOf(sources: AllocationSources) {
  return ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '' } = params
    const names = Object.entries(body)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, name]): [string, string] => [field.slice(prefix.length), name])
    const [fault, ...others] = names.flatMap(([pseudonym, name]) =>
      lengthProblems(name, 'name', { field: prefix + pseudonym }),
    )
    if (fault !== undefined) return Promise.resolve(refuse(fault, ...others))
    return nameCaseManagers(shell, sources, inspection, new Map(names))
  }
}
