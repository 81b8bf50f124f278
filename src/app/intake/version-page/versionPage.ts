import { compareCaseLists } from '../../../core/intake/compareCaseLists.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { downloadName } from '../../../platform/http/downloadName.ts'
import type { Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { type FormPage, showForm } from '../../layout/form/formPage.ts'
import { caseListDone } from '../caseListDone.ts'
import { listVersions, loadCases, loadFile } from '../caseLists.queries.ts'
import { problem } from '../problems.ts'
import { differencePageView, type StoredList, versionView } from './versionPage.view.ts'

/** Returns a version of a list with its inspection. Refuses with `intake.version-not-found`. */
async function storedList(
  shell: Pick<Shell, 'database'>,
  editions: Editions,
  inspection: string,
  number: string,
): Promise<Result<StoredList>> {
  const context = await findWithEdition(shell.database, editions, inspection)
  if (!context.ok) return context
  const versions = await listVersions(shell.database, context.value.inspection.id)
  const version = versions.find((each) => String(each.version) === number)
  if (version === undefined) return refuse(problem('intake.version-not-found', { version: number }))
  return done({ context: context.value, version })
}

/** Shows a version of a list: where it came from, the reasons that were entered, and its cases. */
export function showVersion(editions: Editions): Route['handle'] {
  return showForm(versionPage(editions))
}

function versionPage(editions: Editions): FormPage {
  return {
    template: 'intake/version-page/versionPage.njk',
    done: caseListDone,
    view: async ({ params: { inspection = '', version = '' }, query: { page = '1' } }, shell) => {
      const stored = await storedList(shell, editions, inspection, version)
      if (!stored.ok) return stored
      const cases = await loadCases(shell.database, inspection, stored.value.version.version)
      return done(versionView(stored.value, cases, Number(page)))
    },
  }
}

/** Shows what changed from one version to another, case by case. */
export function showDifference(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', before = '', after = '' } }, shell) => {
    const earlier = await storedList(shell, editions, inspection, before)
    if (!earlier.ok) return { kind: 'refused', problems: earlier.problems }
    const later = await storedList(shell, editions, inspection, after)
    if (!later.ok) return { kind: 'refused', problems: later.problems }
    const load = ({ version }: StoredList) => loadCases(shell.database, inspection, version.version)
    const difference = compareCaseLists(await load(earlier.value), await load(later.value))
    const model = differencePageView(earlier.value, later.value, difference)
    return { kind: 'page', template: 'intake/version-page/differencePage.njk', model }
  }
}

/** Downloads the file of a version, byte for byte as it is stored. */
export function downloadFile(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', version = '' } }, shell) => {
    const stored = await storedList(shell, editions, inspection, version)
    if (!stored.ok) return { kind: 'refused', problems: stored.problems }
    const { fileName, version: number } = stored.value.version
    const { id } = stored.value.context.inspection
    const body = await loadFile(shell.database, id, number)
    if (body === undefined) {
      return { kind: 'refused', problems: [problem('intake.version-not-found', { version: number })] }
    }
    const name = downloadName([id, 'case-list', `version-${number}`], kindOfList(fileName))
    return { kind: 'file', name, type: 'application/octet-stream', body }
  }
}

/** The end of the name of the uploaded file, or csv if it is not one of the kinds that are read. */
function kindOfList(fileName: string): string {
  return /\.(csv|ods|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'csv'
}
