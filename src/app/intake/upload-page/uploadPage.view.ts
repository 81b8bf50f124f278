import { caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import { caseListRules } from '../../../core/intake/caseListRules.ts'
import { warningKey } from '../../../core/intake/confirmWarnings.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import type { FormValues, SentForm } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListErrors } from '../caseListErrors.view.ts'
import { caseKinds } from '../caseListForm.ts'
import { caseListPath, columnsPath, faultyRowsPath, removeUploadPath, uploadPath } from '../paths.ts'
import type { ReadList } from '../reading/readList.ts'
import { differenceView } from '../version-page/difference.view.ts'
import type { ExaminedUpload } from './examineUpload.ts'
import type { WaitingList } from './waitingList.ts'

/** Which page of the errors is shown, and the form that was refused. */
export type AskedUpload = { readonly page: number; readonly sent: SentForm | null }

/** Returns everything that is wrong with a waiting list, or what is in it and what to confirm. */
export function uploadView({ context, examined }: WaitingList, { page, sent }: AskedUpload) {
  const { inspection, edition } = context
  const { upload, reading, warnings, difference, latest } = examined
  const isFaulty = reading.faults > 0
  const href = uploadPath(inspection.id, upload.uploadId)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    listHref: caseListPath(inspection.id),
    href,
    figureStatus: figureStatusOf(inspection),
    fileName: upload.fileName,
    removeHref: removeUploadPath(inspection.id, upload.uploadId),
    columnsHref: columnsPath(inspection.id, upload.uploadId),
    ...(isFaulty
      ? caseListErrors(reading.problems, { page, count: reading.faults, href })
      : caseListErrors(sent?.problems ?? [])),
    isFaulty,
    faultyRowsHref: hasFaultyRows(reading) ? faultyRowsPath(inspection.id, upload.uploadId) : null,
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
      return {
        id: key,
        name: `reason-${key}`,
        text: warning.text,
        value: sent?.values[`reason-${key}`] ?? '',
      }
    }),
    difference: difference && differenceView(difference, caseListRules(edition)),
    latestVersion: latest?.version ?? null,
  }
}

function hasFaultyRows({ problems, table }: ReadList): boolean {
  return problems.some(({ place }) => (place.row ?? 0) > table.headingRow)
}

/** Which column of the file is which; the others are stored unchanged. */
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

/** Returns the reasons that were typed, by the key of their warning. */
export function typedReasons(values: FormValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, reason]) =>
      name.startsWith('reason-') ? [[name.slice('reason-'.length), reason]] : [],
    ),
  )
}
