import { statusOf } from '../../../platform/http/statusOf.ts'
/** What every page of allocation shows around its own matter. */

import type { Problem } from '../../../core/kernel/problem.ts'
import type { Result } from '../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type Standing, standingOf } from '../../inspections/standing.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { allocationSeenBy } from './allocationSeenBy.ts'
import type { Body } from './forms.ts'
import { type Allocation, type AllocationSources, loadAllocation } from './loadAllocation.ts'
import { allocationPath } from './paths.ts'

/** A form that was sent and refused, kept as it was typed; nothing where the page is only opened. */
export type Sent = { readonly body: Body; readonly problems: readonly Problem[] }

export type Frame = {
  readonly serviceName: string
  readonly inspectionHref: string
  readonly base: string
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly active: boolean }[]
  readonly standing: Standing
  readonly summary: readonly { readonly text: string; readonly href: string }[]
  /** What is wrong with a field, by its name. */
  readonly faults: Readonly<Record<string, { readonly text: string }>>
  readonly success: string | null
}

/** Those that are nothing but a form are for whoever may send it. */
const sections: readonly { readonly text: string; readonly path: string; readonly isForm?: true }[] = [
  { text: 'Cases', path: '' },
  { text: 'People', path: '/people' },
  { text: 'Conflicts of interest', path: '/conflicts' },
  { text: 'Case managers', path: '/case-managers', isForm: true },
  { text: 'Timetable', path: '/timetable' },
  { text: 'Settings', path: '/settings', isForm: true },
]

const successes: Readonly<Record<string, string>> = {
  proposed: 'Every case of the sample is with somebody.',
  'person-saved': 'The person is saved.',
  'conflict-declared':
    'The conflict of interest is declared. From now on they cannot open what it is about. “Cases” names those to give to somebody else.',
  'conflict-withdrawn': 'The conflict of interest is withdrawn.',
  'settings-saved': 'The settings are saved.',
  'case-changed': 'The case is with another person.',
  'case-managers-saved': 'The case managers are saved.',
  'timetable-made': 'The timetable is made.',
}

/** `section` is the path of the section that is open, such as `/people`. */
function frameOf(
  { inspection }: Allocation,
  section: string,
  sent: Sent,
  { done, mayWrite }: { readonly done: string; readonly mayWrite: boolean },
): Frame {
  const base = allocationPath(inspection.id)
  const faults = sent.problems.flatMap(({ text, place }): [string, { text: string }][] =>
    place.field === undefined ? [] : [[place.field, { text }]],
  )
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    base,
    navigation: sections
      .filter(({ isForm }) => mayWrite || isForm !== true)
      .map(({ text, path }) => ({ text, href: base + path, active: path === section })),
    standing: standingOf(inspection),
    summary: sent.problems.map(({ text, action, place }) => ({
      text: `${text} ${action}`,
      href: `#${place.field ?? 'main-content'}`,
    })),
    faults: Object.fromEntries(faults.toReversed()),
    success: successes[done] ?? null,
  }
}

/** What a page shows beside its frame; a refusal where what it is about is not there. */
export type ViewOf = (
  allocation: Allocation,
  sent: Sent,
  request: RouteRequest,
  shell: Shell,
) => Promise<Result<object>>

export type Page = (request: RouteRequest, shell: Shell, problems: readonly Problem[]) => Promise<Reply>

/** A page over the allocation of the inspection that the address names. */
export function allocationPage(
  sources: AllocationSources,
  page: { readonly template: string; readonly section: string; readonly view: ViewOf },
): Page {
  return async (request, shell, problems) => {
    const { inspection = '' } = request.params
    const allocation = await loadAllocation(shell.database, sources, inspection)
    if (!allocation.ok) return { kind: 'refused', problems: allocation.problems }
    const sent = { body: request.body, problems }
    const seen = await allocationSeenBy(shell, allocation.value)
    const view = await page.view(seen, sent, request, shell)
    if (!view.ok) return { kind: 'refused', problems: view.problems }
    const mayWrite = await shell.mayDo('allocation.write', inspection)
    const frame = frameOf(allocation.value, page.section, sent, { done: doneIn(request), mayWrite })
    return {
      kind: 'page',
      template: page.template,
      model: { ...frame, ...view.value },
      status: statusOf(problems),
      problems,
    }
  }
}

function doneIn({ query: { done = '' } }: RouteRequest): string {
  return done
}

export function opening(page: Page): Route['handle'] {
  return (request, shell) => page(request, shell, [])
}

/** Does what the form asks, then leads on; where it is refused, the page again with what was typed and every reason. */
export function sending(
  page: Page,
  act: (request: RouteRequest, shell: Shell) => Promise<Result<unknown>>,
  to: (request: RouteRequest) => string,
): Route['handle'] {
  return async (request, shell) => {
    const result = await act(request, shell)
    return result.ok ? { kind: 'redirect', to: to(request) } : page(request, shell, result.problems)
  }
}
