import { countOf } from '../../../core/kernel/countOf.ts'
import { dayText, momentText } from '../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { standingOf } from '../../inspections/standing.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { caseListFaults } from '../caseListFaults.view.ts'
import { caseKinds } from '../caseListForm.ts'
import type { CaseListVersion } from '../caseLists.queries.ts'
import { caseListPath, differencePath, uploadPath, versionPath } from '../paths.ts'
import type { ReadList } from '../reading/readList.ts'
import type { WaitingUpload } from '../upload-page/caseListUploads.queries.ts'

export type SentBefore = {
  readonly body: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly reading: ReadList | null
}

export type StoredLists = {
  readonly versions: readonly CaseListVersion[]
  /** Lists that wait to be accepted. */
  readonly uploads: readonly WaitingUpload[]
}

/** `/inspections/:inspection/case-list`: versions, and the form; after a refusal with everything that is wrong. */
export function caseListPage(
  context: InspectionWithEdition,
  { versions, uploads }: StoredLists,
  { body, problems, reading }: SentBefore,
) {
  const { inspection } = context
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    href: caseListPath(inspection.id),
    standing: standingOf(inspection),
    versions: versions.map((version, index) => {
      const before = versions[index + 1]
      return {
        number: version.version,
        href: versionPath(inspection.id, version.version),
        cases: version.cases,
        taken: dayText(version.takenAt),
        by: version.takenBy,
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
      status: faults === null ? 'Ready to check' : countOf(faults, 'fault'),
    })),
    faults: caseListFaults(problems),
    personal: (reading?.personal ?? [])
      .filter(({ isReference }) => !isReference)
      .map(({ heading, kind }, index) => ({
        name: `leaveOut-${index}`,
        value: heading,
        text: `Leave out “${heading}”`,
        hint: { text: `It looks like ${kind}.` },
      })),
    places: (reading?.personal ?? [])
      .filter(({ mayBePlaces }) => mayBePlaces)
      .map(({ heading }, index) => ({
        name: `places-${index}`,
        value: heading,
        text: `“${heading}” holds places, such as wards or towns`,
        hint: { text: 'You will be asked why when you accept the list.' },
      })),
    keyData: caseKinds(context).map(({ code, title }) => ({
      name: `keyData-${code}`,
      label: title,
      value: body[`keyData-${code}`] ?? '',
    })),
  }
}
