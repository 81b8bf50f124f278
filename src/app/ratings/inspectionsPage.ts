import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { listInspections } from '../inspections/inspections.queries.ts'
import { allDone } from './import/importedInspection.ts'
import { inspectionsPage } from './inspectionsPage.view.ts'
import { rateRegistered } from './rateStoredInspection.ts'

/** `/inspections`: every inspection on the register that one may read, each rated as it stands. */
export function showInspections(editions: Editions): Route['handle'] {
  return async ({ query: { imported = null } }, shell) => {
    const rated = []
    for (const inspection of await listInspections(shell.database)) {
      if (!(await shell.mayDo('inspection.read', inspection.id))) continue
      rated.push(await rateRegistered(shell, editions, inspection))
    }
    const all = allDone(rated)
    if (!all.ok) return { kind: 'refused', problems: all.problems }
    const model = inspectionsPage(all.value, imported)
    return { kind: 'page', template: 'ratings/inspectionsPage.njk', model }
  }
}
