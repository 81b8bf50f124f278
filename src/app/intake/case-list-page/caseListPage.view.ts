import { countOf } from '../../../core/kernel/countOf.ts'
import { dayText, momentText } from '../../../core/kernel/londonTime.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import type { SentForm } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListErrors } from '../caseListErrors.view.ts'
import { caseKinds } from '../caseListForm.ts'
import type { CaseListVersion } from '../caseLists.queries.ts'
import { caseListPath, differencePath, templatePath, uploadPath, versionPath } from '../paths.ts'
import type { PersonalColumns } from '../reading/readList.ts'
import type { WaitingUpload } from '../upload-page/caseListUploads.queries.ts'

/** The form that was refused, and the columns of its list that look like personal data. */
export type RefusedList = { readonly sent: SentForm | null; readonly personal: PersonalColumns }

export type StoredLists = {
  readonly versions: readonly CaseListVersion[]
  /** Lists that wait to be accepted. */
  readonly uploads: readonly WaitingUpload[]
}

/** Returns the versions of a list, the lists that wait, and the form; after a refusal with everything that is wrong. */
export function caseListView(
  context: InspectionWithEdition,
  { versions, uploads }: StoredLists,
  { sent, personal }: RefusedList,
) {
  const { inspection } = context
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    href: caseListPath(inspection.id),
    templateHrefs: {
      csv: templatePath(inspection.id, 'csv'),
      ods: templatePath(inspection.id, 'ods'),
      xlsx: templatePath(inspection.id, 'xlsx'),
    },
    figureStatus: figureStatusOf(inspection),
    versions: versions.map((version, index) => {
      const before = versions[index + 1]
      return {
        number: version.version,
        href: versionPath(inspection.id, version.version),
        cases: version.cases,
        accepted: `${dayText(version.acceptedAt)}, ${version.acceptedBy}`,
        difference: before && {
          text: `Changes since version ${before.version}`,
          href: differencePath(inspection.id, before.version, version.version),
        },
      }
    }),
    waiting: uploads.map(({ uploadId, fileName, receivedAt, receivedBy, faults }) => ({
      href: uploadPath(inspection.id, uploadId),
      fileName,
      received: `${momentText(receivedAt)}, ${receivedBy}`,
      status: faults === null ? 'Ready to check' : countOf(faults, 'error'),
    })),
    ...caseListErrors(sent?.problems ?? []),
    personal: personal
      .filter(({ isReference }) => !isReference)
      .map(({ heading, kind }, index) => ({
        name: `leaveOut-${index}`,
        value: heading,
        text: `Leave out “${heading}”`,
        hint: { text: `It looks like ${kind}.` },
      })),
    places: personal
      .filter(({ mayBePlaces }) => mayBePlaces)
      .map(({ heading }, index) => ({
        name: `places-${index}`,
        value: heading,
        text: `“${heading}” contains places, such as wards or towns`,
        hint: { text: 'You will be asked why when you accept the list.' },
      })),
    keyData: caseKinds(context).map(({ code, title }) => ({
      name: `keyData-${code}`,
      label: title,
      value: sent?.values[`keyData-${code}`] ?? '',
    })),
  }
}
