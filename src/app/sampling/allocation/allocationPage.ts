/** What every page of an allocation has around its own content. */
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Reply, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import type { FormPage, SentForm } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { allocationSeenBy } from './allocationSeenBy.ts'
import { type Allocation, type AllocationSources, loadAllocation } from './loadAllocation.ts'
import {
  allocationPath,
  assessorsPath,
  caseManagersPath,
  interestsPath,
  settingsPath,
  timetablePath,
} from './paths.ts'

export const allocationRoute = '/inspections/:inspection/allocation'

/** A page that is nothing but a form needs `allocation.write` to be opened. */
const sections: readonly {
  readonly text: string
  readonly addressOf: (inspection: string) => string
  readonly isForm?: true
}[] = [
  { text: 'Cases', addressOf: allocationPath },
  { text: 'People', addressOf: assessorsPath },
  { text: 'Conflicts of interest', addressOf: interestsPath },
  { text: 'Case managers', addressOf: caseManagersPath, isForm: true },
  { text: 'Timetable', addressOf: timetablePath },
  { text: 'Settings', addressOf: settingsPath, isForm: true },
]

const allocationDone = {
  proposed: 'All sampled cases have been allocated.',
  'person-saved': 'The person is saved.',
  'conflict-declared':
    'The conflict of interest is declared. From now on the person cannot open what it is about. “Cases” shows the cases to reallocate.',
  'conflict-withdrawn': 'The conflict of interest is withdrawn.',
  'settings-saved': 'The settings are saved.',
  'case-changed': 'The case is allocated.',
  'case-managers-saved': 'The case managers are saved.',
  'timetable-made': 'The timetable is made.',
} as const

/** Returns a redirect to a page of the allocation, which says what was done. */
export function redirectAllocated(done: keyof typeof allocationDone, address: string): Reply {
  return redirectSaying(allocationDone, done, address)
}

/** What the view of a page is made from; `sent` is a form that was refused, null if none was. */
export type AllocationRequest = {
  readonly allocation: Allocation
  readonly sent: SentForm | null
  readonly request: RouteRequest
  readonly shell: Shell
}

/**
 * Returns a page of the allocation of the inspection that its address names. `section` is the text of the section that
 * is open. `view` refuses if there is no such page.
 */
export function allocationPage(
  sources: AllocationSources,
  page: {
    readonly template: string
    readonly section: string
    readonly view: (request: AllocationRequest) => Promise<Result<object>>
  },
): FormPage {
  return {
    template: page.template,
    done: allocationDone,
    view: async (request, shell, sent) => {
      const { inspection = '' } = request.params
      const loaded = await loadAllocation(shell.database, sources, inspection)
      if (!loaded.ok) return loaded
      const allocation = await allocationSeenBy(shell, loaded.value)
      const view = await page.view({ allocation, sent, request, shell })
      if (!view.ok) return view
      const mayWrite = await shell.mayDo('allocation.write', inspection)
      return done({ ...frameOf(allocation, page.section, mayWrite), ...view.value })
    },
  }
}

function frameOf({ inspection }: Allocation, section: string, mayWrite: boolean) {
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    allocationHref: allocationPath(inspection.id),
    sections: sections
      .filter(({ isForm }) => mayWrite || isForm !== true)
      .map(({ text, addressOf }) => ({ text, href: addressOf(inspection.id), active: text === section })),
    figureStatus: figureStatusOf(inspection),
  }
}
