import { done } from '../../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../../platform/http/route.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { type AllocationSources, loadAllocation } from '../../../sampling/allocation/loadAllocation.ts'
import { beginFieldworkPath } from '../../paths.ts'
import { beginFieldwork, planOf } from '../beginFieldwork.ts'
import { beginFieldworkView } from './beginFieldworkPage.view.ts'

const path = '/inspections/:inspection/begin-fieldwork'

const beginDone = { yes: 'The cases are open.' }

/** Returns the routes of the page that opens the cases of the allocated sample: what it would do, and the button. */
export function beginFieldworkRoutes(sources: AllocationSources): readonly Route[] {
  const page = beginPage(sources)
  const begin = sendForm(page, {
    act: (request, shell) => beginFieldwork(shell, sources, idOf(request)),
    next: (_, request) => redirectSaying(beginDone, 'yes', beginFieldworkPath(idOf(request))),
  })
  return [
    { method: 'GET', path, permission: 'case.allocate', audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission: 'case.allocate', audit: 'case.open', handle: begin },
  ]
}

function idOf({ params: { inspection = '' } }: RouteRequest): string {
  return inspection
}

function beginPage(sources: AllocationSources): FormPage {
  return {
    template: 'fieldwork/begin/begin-page/beginFieldworkPage.njk',
    done: beginDone,
    view: async (request, { database, mayDo }) => {
      const allocation = await loadAllocation(database, sources, idOf(request))
      if (!allocation.ok) return allocation
      const plan = await planOf(database, allocation.value)
      const mayRead = await mayDo('case.read', idOf(request))
      return done({ ...beginFieldworkView(allocation.value, plan), mayRead })
    },
  }
}
