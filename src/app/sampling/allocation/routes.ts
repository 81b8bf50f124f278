import type { AuditAction } from '../../../platform/declared.ts'
import type { Route } from '../../../platform/http/route.ts'
import { casePage, changeCaseOf } from './allocated-case-page/allocatedCasePage.ts'
import { opening, type Page, sending } from './allocationPage.ts'
import { peoplePage, personPage, savePersonOf } from './assessors-page/assessorsPage.ts'
import { caseManagersPage, nameCaseManagersOf } from './case-managers-page/caseManagersPage.ts'
import { conflictsPage, declareConflictOf, withdrawConflictOf } from './interests-page/interestsPage.ts'
import type { AllocationSources } from './loadAllocation.ts'
import { overviewPage } from './overview-page/overviewPage.ts'
import { allocationPath } from './paths.ts'
import { proposeCases } from './proposeCases.ts'
import { saveSettingsOf, settingsPage } from './settings-page/settingsPage.ts'
import { storeTimetable } from './timetable-page/storeTimetable.ts'
import { printCalendar, printCsv, printOds, timetableFile } from './timetable-page/timetableFiles.ts'
import { timetablePage } from './timetable-page/timetablePage.ts'

const base = '/inspections/:inspection/allocation'
const reads = { method: 'GET', permission: 'allocation.read', audit: 'reads' } as const
const writes = { method: 'POST', permission: 'allocation.write' } as const

/** Everything about who assesses which case, and when. */
export function allocationRoutes(sources: AllocationSources): readonly Route[] {
  return [...caseRoutes(sources), ...peopleRoutes(sources), ...timetableRoutes(sources)]
}

/** A page at `path` and the form on it, which leads back to the page and says what was done. */
function pageAndForm(
  path: string,
  page: Page,
  audit: AuditAction,
  act: Parameters<typeof sending>[1],
  done: string,
): Route[] {
  const handle = sending(page, act, ({ params }) => `${filled(path, params)}?done=${done}`)
  return [
    { ...reads, path: base + path, handle: opening(page) },
    { ...writes, path: base + path, audit, handle },
  ]
}

/** The address of the page within the inspection's allocation, its blanks filled. */
function filled(path: string, params: Readonly<Record<string, string>>): string {
  const own = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const { inspection = '' } = params
  return allocationPath(inspection) + own
}

/** Forms that set values: sent again, they do no more. */
function settingValues(routes: readonly Route[]): Route[] {
  return routes.map((route) => ({ ...route, repeats: true }))
}

/** Pages that are nothing but a form: whoever may not send it is not shown it. */
function onlyForms(routes: readonly Route[]): Route[] {
  return routes.map((route) => ({ ...route, permission: writes.permission }))
}

function caseRoutes(sources: AllocationSources): readonly Route[] {
  const cases = overviewPage(sources)
  const propose = sending(
    cases,
    ({ params: { inspection = '' } }, shell) => proposeCases(shell, sources, inspection),
    ({ params }) => `${filled('', params)}?done=proposed`,
  )
  return [
    { ...reads, path: base, handle: opening(cases) },
    { ...writes, path: `${base}/propose`, audit: 'allocation.propose', handle: propose },
    ...settingValues(
      pageAndForm(
        '/cases/:case',
        casePage(sources),
        'allocation.change-case',
        changeCaseOf(sources),
        'case-changed',
      ),
    ),
    ...onlyForms(
      settingValues(
        pageAndForm(
          '/case-managers',
          caseManagersPage(sources),
          'allocation.name-case-managers',
          nameCaseManagersOf(sources),
          'case-managers-saved',
        ),
      ),
    ),
  ]
}

function peopleRoutes(sources: AllocationSources): readonly Route[] {
  const save = savePersonOf(sources)
  const conflicts = conflictsPage(sources)
  const withdraw = sending(
    conflicts,
    withdrawConflictOf(sources),
    ({ params }) => `${filled('/conflicts', params)}?done=conflict-withdrawn`,
  )
  const audit = 'allocation.withdraw-conflict'
  return [
    ...pageAndForm('/people', peoplePage(sources), 'allocation.save-person', save, 'person-saved'),
    ...onlyForms(
      settingValues(
        pageAndForm('/people/:person', personPage(sources), 'allocation.save-person', save, 'person-saved'),
      ),
    ),
    ...pageAndForm(
      '/conflicts',
      conflicts,
      'allocation.declare-conflict',
      declareConflictOf(sources),
      'conflict-declared',
    ),
    { ...writes, path: `${base}/conflicts/:conflict/withdraw`, audit, handle: withdraw },
  ]
}

function timetableRoutes(sources: AllocationSources): readonly Route[] {
  const make: Parameters<typeof sending>[1] = ({ params: { inspection = '' } }, shell) =>
    storeTimetable(shell, sources, inspection)
  return [
    ...onlyForms(
      settingValues(
        pageAndForm(
          '/settings',
          settingsPage(sources),
          'allocation.save-settings',
          saveSettingsOf(sources),
          'settings-saved',
        ),
      ),
    ),
    ...pageAndForm('/timetable', timetablePage(sources), 'allocation.make-timetable', make, 'timetable-made'),
    { ...reads, path: `${base}/timetable.ics`, handle: timetableFile(sources, printCalendar) },
    { ...reads, path: `${base}/timetable.csv`, handle: timetableFile(sources, printCsv) },
    { ...reads, path: `${base}/timetable.ods`, handle: timetableFile(sources, printOds) },
  ]
}
