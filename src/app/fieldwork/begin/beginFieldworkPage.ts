import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type AllocationSources, loadAllocation } from '../../sampling/allocation/loadAllocation.ts'
import { beginFieldworkPath } from '../paths.ts'
import { beginFieldwork, planOf } from './beginFieldwork.ts'
import { beginFieldworkView } from './beginFieldworkPage.view.ts'

const path = '/inspections/:inspection/begin-fieldwork'

/** The step from the allocated sample to the cases that are inspected: what it would do, and the button. */
export function beginFieldworkRoutes(sources: AllocationSources): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      permission: 'case.allocate',
      audit: 'reads',
      handle: (request, shell) => page(sources, request, shell, []),
    },
    {
      method: 'POST',
      path,
      permission: 'case.allocate',
      audit: 'case.open',
      handle: async (request, shell) => {
        const { inspection = '' } = request.params
        const begun = await beginFieldwork(shell, sources, inspection)
        if (!begun.ok) return page(sources, request, shell, begun.problems)
        return { kind: 'redirect', to: `${beginFieldworkPath(inspection)}?done=yes` }
      },
    },
  ]
}

async function page(
  sources: AllocationSources,
  { params: { inspection = '' }, query: { done = '' } }: RouteRequest,
  { database, mayDo }: Shell,
  problems: readonly Problem[],
): Promise<Reply> {
  const allocation = await loadAllocation(database, sources, inspection)
  if (!allocation.ok) return { kind: 'refused', problems: allocation.problems }
  const plan = await planOf(database, allocation.value)
  const mayRead = await mayDo('case.read', inspection)
  return {
    kind: 'page',
    template: 'fieldwork/begin/beginFieldworkPage.njk',
    model: { ...beginFieldworkView(allocation.value, plan, { problems, isDone: done === 'yes' }), mayRead },
    status: statusOf(problems),
    problems,
  }
}
