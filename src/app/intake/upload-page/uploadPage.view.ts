import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import { caseListRules } from '../../../core/intake/caseListRules.ts'
import { warningKey } from '../../../core/intake/confirmWarnings.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { standingOf } from '../../inspections/standing.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListFaults } from '../caseListFaults.view.ts'
import { caseKinds } from '../caseListForm.ts'
import { caseListPath, uploadPath } from '../paths.ts'
import { differenceView } from '../version-page/difference.view.ts'
import type { ExaminedUpload } from './examineUpload.ts'

/** What was typed, and which page of the faults is shown. */
export type AskedUpload = { readonly body: Readonly<Record<string, string>>; readonly page: number }

/** A list that waits: everything that is wrong with it, or what it holds and what its sender has to say. */
export function uploadPage(
  context: InspectionWithEdition,
  examined: ExaminedUpload,
  { body, page }: AskedUpload,
  refusals: readonly Problem[],
) {
  const { inspection, edition } = context
  const { upload, reading, warnings, difference, latest } = examined
  const isFaulty = reading.faults > 0
  const href = uploadPath(inspection.id, upload.uploadId)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    href,
    standing: standingOf(inspection),
    fileName: upload.fileName,
    faults: isFaulty
      ? caseListFaults(reading.problems, { page, faults: reading.faults, href })
      : caseListFaults(refusals),
    isFaulty,
    hasFaultyRows: reading.problems.some(({ place }) => (place.row ?? 0) > reading.table.headingRow),
    leftOut: upload.leftOut,
    columns: columnRows(examined),
    totals: caseKinds(context).map(({ code, title }) => ({
      title,
      cases: reading.cases.filter(({ domain }) => domain === code).length,
    })),
    cases: reading.cases.length,
    nextVersion: (latest?.version ?? 0) + 1,
    warnings: warnings.map((warning) => {
      const key = warningKey(warning)
      return { id: key, name: `reason-${key}`, text: warning.text, value: body[`reason-${key}`] ?? '' }
    }),
    difference: difference && differenceView(difference, caseListRules(edition)),
    latestVersion: latest?.version ?? null,
  }
}

/** Which column of the file stands for what; the others are carried as they are. */
function columnRows({ reading: { table, columns } }: ExaminedUpload) {
  const heading = (place: number | undefined) => (place === undefined ? null : (table.headings[place] ?? ''))
  return {
    known: caseListFields.map((field) => ({
      title: fieldDescriptions[field].title,
      heading: heading(columns.places.get(field)),
    })),
    carried: columns.carried.map((place) => table.headings[place] ?? '').filter((text) => text !== ''),
  }
}

/** The reasons that were typed, by the key of their warning. */
export function typedReasons(body: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, reason]) =>
      name.startsWith('reason-') ? [[name.slice('reason-'.length), reason]] : [],
    ),
  )
}
