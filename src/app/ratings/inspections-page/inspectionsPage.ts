import type { Route } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionsDoneSentence } from '../../inspections/inspectionDone.ts'
import { listInspections, listWithdrawn } from '../../inspections/inspections.queries.ts'
import { allowedWork, type WorkLink } from '../../layout/workLinks.ts'
import { allDone } from '../import/importedInspection.ts'
import { rateRegistered } from '../rateStoredInspection.ts'
import { inspectionsPage, withdrawnRows } from './inspectionsPage.view.ts'

/**
 * Returns the handler of `/inspections`: every inspection whose ratings the person may read, with what it is rated now;
 * and those in whose work they only take part, such as a service's coordinator or a local assessor.
 */
export function showInspections(editions: Editions, workLinks: readonly WorkLink[]): Route['handle'] {
  return async ({ query }, shell) => {
    const rated = []
    const takesPart = []
    for (const inspection of await listInspections(shell.database)) {
      if (await shell.mayDo('inspection.read', inspection.id)) {
        rated.push(await rateRegistered(shell, editions, inspection))
      } else if (shell.actor.personId !== undefined) {
        const work = await allowedWork(shell.mayDo, inspection.id, workLinks)
        if (work.length > 0) takesPart.push({ serviceName: inspection.serviceName, work })
      }
    }
    const all = allDone(rated)
    if (!all.ok) return { kind: 'refused', problems: all.problems }
    const mayAnnounce = await shell.mayDo('inspection.announce', null)
    const mayImport = await shell.mayDo('inspection.import', null)
    const withdrawn = (await shell.mayDo('audit.read', null))
      ? withdrawnRows(await listWithdrawn(shell.database))
      : []
    const done = inspectionsDoneSentence(query)
    const model = { ...inspectionsPage(all.value), takesPart, withdrawn, mayAnnounce, mayImport, done }
    return { kind: 'page', template: 'ratings/inspections-page/inspectionsPage.njk', model }
  }
}
