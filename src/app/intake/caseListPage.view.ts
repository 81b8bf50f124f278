import type { CaseListReading } from '../../core/intake/checkCaseList.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { standingOf } from '../inspections/standing.ts'
import type { CaseListContext } from './caseListContext.ts'
import { caseListFaults } from './caseListFaults.view.ts'
import { caseKinds } from './caseListForm.ts'
import type { CaseListVersion } from './caseLists.queries.ts'
import { dayInWords } from './dayInWords.ts'
import { caseListPath, differencePath, versionPath } from './paths.ts'

export type SentBefore = {
  readonly body: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly reading: CaseListReading | null
}

/** `/inspections/:inspection/case-list`: versions, and the form; after a refusal with everything that is wrong. */
export function caseListPage(
  context: CaseListContext,
  versions: readonly CaseListVersion[],
  { body, problems, reading }: SentBefore,
) {
  const { inspection } = context
  return {
    serviceName: inspection.serviceName,
    inspectionHref: `/inspections/${inspection.id}`,
    href: caseListPath(inspection.id),
    standing: standingOf(inspection),
    versions: versions.map((version, index) => {
      const before = versions[index + 1]
      return {
        number: version.version,
        href: versionPath(inspection.id, version.version),
        cases: version.cases,
        taken: dayInWords(version.takenAt),
        by: version.takenBy,
        difference: before && {
          text: `Changes since version ${before.version}`,
          href: differencePath(inspection.id, before.version, version.version),
        },
      }
    }),
    faults: caseListFaults(problems),
    personal: (reading?.personal ?? [])
      .filter(({ isReference }) => !isReference)
      .map(({ heading, kind }, index) => ({
        name: `leaveOut-${index}`,
        value: heading,
        text: `Leave out “${heading}”`,
        hint: { text: `It looks like ${kind}.` },
      })),
    keyData: caseKinds(context).map(({ code, title }) => ({
      name: `keyData-${code}`,
      label: title,
      value: body[`keyData-${code}`] ?? '',
    })),
  }
}
