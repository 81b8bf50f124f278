import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import { caseListRules } from '../../../core/intake/caseListRules.ts'
import { compareCaseLists } from '../../../core/intake/compareCaseLists.ts'
import { dayText } from '../../../core/kernel/londonTime.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { downloadName } from '../../../platform/http/downloadName.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { standingOf } from '../../inspections/standing.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListDone } from '../caseListDone.ts'
import {
  type CaseListVersion,
  listVersions,
  loadCases,
  loadFile,
  type StoredCase,
} from '../caseLists.queries.ts'
import { caseListPath, differencePath, versionPath } from '../paths.ts'
import { problem } from '../problems.ts'
import { caseView, differenceView } from './difference.view.ts'

type StoredList = { readonly context: InspectionWithEdition; readonly version: CaseListVersion }

const casesOnPage = 200

async function storedList(
  shell: Shell,
  editions: Editions,
  inspection: string,
  number: string,
): Promise<Result<StoredList>> {
  const context = await findWithEdition(shell.database, editions, inspection)
  if (!context.ok) return context
  const versions = await listVersions(shell.database, context.value.inspection.id)
  const version = versions.find((one) => String(one.version) === number)
  if (version === undefined) return refuse(problem('intake.version-not-found', { version: number }))
  return done({ context: context.value, version })
}

/** One version of a list: where it came from, what was said of it, and its cases. */
export function showVersion(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', version = '' }, query: { page = '1', done: name } }, shell) => {
    const stored = await storedList(shell, editions, inspection, version)
    if (!stored.ok) return { kind: 'refused', problems: stored.problems }
    const { context } = stored.value
    const cases = await loadCases(shell.database, context.inspection.id, stored.value.version.version)
    const model = { ...versionPage(stored.value, cases, Number(page)), done: caseListDone(name) }
    return { kind: 'page', template: 'intake/version-page/versionPage.njk', model }
  }
}

function versionPage({ context, version }: StoredList, cases: readonly StoredCase[], asked: number) {
  const { inspection, edition } = context
  const rules = caseListRules(edition)
  const pages = Math.ceil(cases.length / casesOnPage)
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const href = versionPath(inspection.id, version.version)
  const from = (page - 1) * casesOnPage
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    href,
    standing: standingOf(inspection),
    number: version.version,
    facts: [
      { key: { text: 'Taken' }, value: { text: `${dayText(version.takenAt)}, ${version.takenBy}` } },
      { key: { text: 'Cases' }, value: { text: String(version.cases) } },
      { key: { text: 'File' }, value: { text: version.fileName } },
      { key: { text: 'SHA-256 of the kept file' }, value: { text: version.fileSha256 } },
      { key: { text: 'SHA-256 of the file as sent' }, value: { text: version.sentSha256 } },
      { key: { text: 'Columns left out' }, value: { text: version.leftOut.join(', ') || 'None' } },
      { key: { text: 'Ethnicity by' }, value: { text: version.ethnicityStandard } },
    ],
    columns: caseListFields.map((field) => ({
      title: fieldDescriptions[field].title,
      heading: version.columns[field] ?? 'None',
    })),
    warnings: version.warnings,
    difference:
      version.version > 1 ? differencePath(inspection.id, version.version - 1, version.version) : null,
    before: version.version - 1,
    cases: cases.slice(from, from + casesOnPage).map((one) => caseView(one, rules)),
    shown: `Cases ${from + 1} to ${Math.min(from + casesOnPage, cases.length)} of ${cases.length}`,
    previous: page > 1 ? { href: `${href}?page=${page - 1}` } : null,
    next: page < pages ? { href: `${href}?page=${page + 1}` } : null,
  }
}

/** What changed from one version to another, case by case. */
export function showDifference(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '', before = '', after = '' } }, shell) => {
    const earlier = await storedList(shell, editions, inspection, before)
    if (!earlier.ok) return { kind: 'refused', problems: earlier.problems }
    const later = await storedList(shell, editions, inspection, after)
    if (!later.ok) return { kind: 'refused', problems: later.problems }
    return differencePage(shell, earlier.value, later.value)
  }
}

async function differencePage(shell: Shell, earlier: StoredList, later: StoredList): Promise<Reply> {
  const { inspection, edition } = later.context
  const load = (list: StoredList) => loadCases(shell.database, inspection.id, list.version.version)
  const difference = compareCaseLists(await load(earlier), await load(later))
  const model = {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    standing: standingOf(inspection),
    before: earlier.version.version,
    after: later.version.version,
    difference: differenceView(difference, caseListRules(edition)),
  }
  return { kind: 'page', template: 'intake/version-page/differencePage.njk', model }
}

/** The file of a version, byte for byte as it is kept. */
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

/** The end of the file's name as it was sent, where it is one of those that are read. */
function kindOfList(fileName: string): string {
  return /\.(csv|ods|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'csv'
}
