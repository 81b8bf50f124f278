import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import { caseListRules } from '../../../core/intake/caseListRules.ts'
import type { CaseListDifference } from '../../../core/intake/compareCaseLists.ts'
import { dayText } from '../../../core/kernel/londonTime.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { inspectionPagePath, inspectionPath } from '../../layout/inspectionPath.ts'
import type { CaseListVersion, StoredCase } from '../caseLists.queries.ts'
import { caseListPath, differencePath, versionFilePath, versionPath } from '../paths.ts'
import { caseView, differenceView } from './difference.view.ts'

/** A version of a list, with its inspection. */
export type StoredList = { readonly context: InspectionWithEdition; readonly version: CaseListVersion }

const casesOnPage = 200

/** Returns a version of a list, and the cases of the page `wanted`, or of the nearest page that there is. */
export function versionView({ context, version }: StoredList, cases: readonly StoredCase[], wanted: number) {
  const { inspection, edition } = context
  const rules = caseListRules(edition)
  const pages = Math.ceil(cases.length / casesOnPage)
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1
  const href = versionPath(inspection.id, version.version)
  const from = (page - 1) * casesOnPage
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    fileHref: versionFilePath(inspection.id, version.version),
    sampleHref: inspectionPagePath(inspection.id, 'sample'),
    figureStatus: figureStatusOf(inspection),
    number: version.version,
    facts: [
      { key: { text: 'Accepted' }, value: { text: `${dayText(version.acceptedAt)}, ${version.acceptedBy}` } },
      { key: { text: 'Cases' }, value: { text: String(version.cases) } },
      { key: { text: 'File' }, value: { text: version.fileName } },
      { key: { text: 'SHA-256 of the stored file' }, value: { text: version.fileSha256 } },
      { key: { text: 'SHA-256 of the uploaded file' }, value: { text: version.sentSha256 } },
      { key: { text: 'Columns left out' }, value: { text: version.leftOut.join(', ') || 'None' } },
      { key: { text: 'Ethnicity categories' }, value: { text: version.ethnicityStandard } },
    ],
    columns: caseListFields.map((field) => ({
      title: fieldDescriptions[field].title,
      heading: version.columns[field] ?? null,
    })),
    warnings: version.warnings,
    difference:
      version.version > 1 ? differencePath(inspection.id, version.version - 1, version.version) : null,
    before: version.version - 1,
    cases: cases.slice(from, from + casesOnPage).map((each) => caseView(each, rules)),
    shown: `Cases ${from + 1} to ${Math.min(from + casesOnPage, cases.length)} of ${cases.length}`,
    previous: page > 1 ? { href: `${href}?page=${page - 1}` } : null,
    next: page < pages ? { href: `${href}?page=${page + 1}` } : null,
  }
}

/** Returns what changed from one version to another. */
export function differencePageView(earlier: StoredList, later: StoredList, difference: CaseListDifference) {
  const { inspection, edition } = later.context
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    before: earlier.version.version,
    after: later.version.version,
    difference: differenceView(difference, caseListRules(edition)),
  }
}
