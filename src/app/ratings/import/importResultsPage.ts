import type { Problem } from '../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { statusOf } from '../../../platform/http/statusOf.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { importFaults } from './importPage.view.ts'
import { importResultsForm } from './importResults.form.ts'
import { importResults } from './importResults.ts'
import type { SavedInspection } from './saveImport.ts'

/** `/import/results`: the form. */
export const showResultsForm: Route['handle'] = async () => page({}, [])

/** `/import/results`: the import, then the inspection; or the form again with every fault. */
export function sendResults(editions: Editions): Route['handle'] {
  return async (request, shell) => {
    const form = importResultsForm(request)
    const saved = form.ok ? await importResults(shell, editions, form.value) : form
    return saved.ok ? afterImport(saved.value) : page(request.body, saved.problems)
  }
}

/** Where an import leads: to the inspection, or to the list where there are several. */
export function afterImport(saved: readonly SavedInspection[]): Reply {
  const [first] = saved
  if (first === undefined || saved.length > 1) {
    return { kind: 'redirect', to: `/inspections?imported=${saved.length}` }
  }
  return {
    kind: 'redirect',
    to: `${inspectionPath(first.id)}?imported=${first.replaced ? 'replaced' : 'new'}`,
  }
}

function page(typed: Readonly<Record<string, string>>, problems: readonly Problem[]): Reply {
  const model = { typed, faults: importFaults(problems) }
  return {
    kind: 'page',
    template: 'ratings/import/importResultsPage.njk',
    model,
    status: statusOf(problems),
    problems,
  }
}
