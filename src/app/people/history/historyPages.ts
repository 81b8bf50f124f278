import { statusOf } from '../../../platform/http/statusOf.ts'

/** Who did what, from the audit log: of a person, of oneself, of an inspection. */

import { findHead } from '../../../platform/auditChain.queries.ts'
import { headLine } from '../../../platform/auditHeads.ts'
import type { Permission } from '../../../platform/declared.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { findServiceName, isOnRegister } from '../access/rights.queries.ts'
import { findPerson } from '../accounts/people.queries.ts'
import { formErrors } from '../formErrors.ts'
import { problem } from '../problems.ts'
import { signedInActor } from '../sign-in/sessions.ts'
import { permissionsToReadMore } from './auditActionWords.ts'
import { historyForm } from './history.form.ts'
import { type HistoryEvent, type HistoryScope, listChoices, listEvents } from './history.queries.ts'
import { caseOfEvent, eventLine } from './history.view.ts'
import { eventsOnAPage, filterView, pagesView } from './historyFrame.view.ts'

const permissionsShown: readonly Permission[] = ['inspection.read', ...permissionsToReadMore]

export const historyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account/history',
    permission: 'account.keep',
    audit: 'reads',
    handle: (request, shell) => {
      const scope = { kind: 'person', personId: signedInActor(shell).personId } as const
      const above = [{ text: 'Your account', href: '/account' }]
      return historyPage(request, shell, scope, { title: 'Your history', caption: '', above, head: null })
    },
  },
  {
    method: 'GET',
    path: '/people/:person/history',
    permission: 'audit.read',
    audit: 'reads',
    handle: historyOfPerson,
  },
  {
    method: 'GET',
    path: '/inspections/:inspection/history',
    permission: 'audit.read',
    audit: 'reads',
    handle: historyOfInspection,
  },
]

async function historyOfPerson(request: RouteRequest, shell: Shell): Promise<Reply> {
  const { person: personId = '' } = request.params
  const person = await findPerson(shell.database, personId)
  if (person === undefined) return { kind: 'refused', problems: [problem('people.person-not-found', {})] }
  const manages = await shell.mayDo('people.manage', null)
  const above = manages
    ? [
        { text: 'People', href: '/people' },
        { text: person.name, href: `/people/${personId}` },
      ]
    : [{ text: person.name }]
  const frame = { title: 'History', caption: person.name, above, head: null }
  return historyPage(request, shell, { kind: 'person', personId }, frame)
}

async function historyOfInspection(request: RouteRequest, shell: Shell): Promise<Reply> {
  const { inspection: inspectionId = '' } = request.params
  const serviceName = await findServiceName(shell.database, inspectionId)
  if (serviceName === undefined) {
    return { kind: 'refused', problems: [problem('request.not-found', {})] }
  }
  const isThere = await isOnRegister(shell.database, inspectionId)
  const mayRead = isThere && (await shell.mayDo('inspection.read', inspectionId))
  const inspection = mayRead
    ? { text: serviceName, href: inspectionPath(inspectionId) }
    : { text: serviceName }
  const above = [{ text: 'Inspections', href: '/inspections' }, inspection]
  const head = await findHead(shell.database, inspectionId)
  return historyPage(
    request,
    shell,
    { kind: 'inspection', inspectionId },
    {
      title: 'History',
      caption: serviceName,
      above,
      head: head === undefined ? null : headLine(head, shell.now()),
    },
  )
}

type Frame = {
  readonly title: string
  readonly caption: string
  /** The pages above this one. */
  readonly above: readonly { readonly text: string; readonly href?: string }[]
  /** The line by which the end of the inspection's audit log can be kept elsewhere. */
  readonly head: string | null
}

async function historyPage(
  { query }: RouteRequest,
  shell: Shell,
  scope: HistoryScope,
  frame: Frame,
): Promise<Reply> {
  const { filter, page, problems } = historyForm(query, shell.now())
  const part = { from: (page - 1) * eventsOnAPage, atMost: eventsOnAPage }
  const { events, count } = await listEvents(shell.database, scope, filter, part)
  return {
    kind: 'page',
    template: 'people/history/historyPage.njk',
    status: statusOf(problems),
    problems,
    model: {
      ...frame,
      ofInspection: scope.kind === 'inspection',
      errors: formErrors(problems),
      filter: filterView(query, await listChoices(shell.database, scope)),
      pages: pagesView(query, page, count),
      lines: await linesOf(shell, events),
    },
  }
}

async function linesOf(shell: Shell, events: readonly HistoryEvent[]) {
  const mayOpenPeople = await shell.mayDo('audit.read', null)
  const rights = new Map<string, ReadonlySet<Permission>>()
  for (const event of events) {
    const key = placeKey(event)
    if (!rights.has(key)) rights.set(key, await rightsAt(shell, event))
  }
  return events.map((event) =>
    eventLine(event, (permission) => rights.get(placeKey(event))?.has(permission) === true, mayOpenPeople),
  )
}

/** What whoever looks may read of what the event is about: its inspection and, where it is about one, its case. */
async function rightsAt({ mayDo }: Shell, event: HistoryEvent): Promise<ReadonlySet<Permission>> {
  const allowed = new Set<Permission>()
  for (const permission of permissionsShown) {
    const caseId = permission === 'inspection.read' ? null : caseOfEvent(event)
    if (await mayDo(permission, event.inspectionId, caseId ?? undefined)) allowed.add(permission)
  }
  return allowed
}

function placeKey(event: HistoryEvent): string {
  return JSON.stringify([event.inspectionId, caseOfEvent(event)])
}
