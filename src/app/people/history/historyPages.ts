/** Who did what, from the audit log: your own history, that of a person, and that of an inspection. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { findHead } from '../../../platform/auditChain.queries.ts'
import { headLine } from '../../../platform/auditHeads.ts'
import type { Permission } from '../../../platform/declared.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import { formErrors } from '../../layout/form/formErrors.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { findServiceName, isOnRegister } from '../access/rights.queries.ts'
import { findPerson } from '../accounts/people.queries.ts'
import { accountPath, peoplePath, personPath } from '../paths.ts'
import { problem } from '../problems.ts'
import { signedInActor } from '../sign-in/sessions.ts'
import type { ActionTexts } from './actionTexts.ts'
import { historyForm } from './history.form.ts'
import { type HistoryEvent, type HistoryScope, listChoices, listEvents } from './history.queries.ts'
import { caseOfEvent, eventLine } from './history.view.ts'
import { eventsOnAPage, filterView, pagesView } from './historyFrame.view.ts'

type History = { readonly scope: HistoryScope; readonly frame: Frame }
type FindHistory = (request: RouteRequest, shell: Shell) => Promise<Result<History>>

/** Returns the routes of the histories that the audit log tells, with the texts of its actions. */
export function historyRoutes(texts: ActionTexts): readonly Route[] {
  const ofOthers = { method: 'GET', permission: 'audit.read', audit: 'reads' } as const
  return [
    {
      method: 'GET',
      path: `${accountPath}/history`,
      permission: 'account.keep',
      audit: 'reads',
      handle: show(texts, ownHistory),
    },
    { ...ofOthers, path: '/people/:person/history', handle: show(texts, historyOfPerson) },
    { ...ofOthers, path: '/inspections/:inspection/history', handle: show(texts, historyOfInspection) },
  ]
}

function show(texts: ActionTexts, find: FindHistory): Route['handle'] {
  return async (request, shell) => {
    const history = await find(request, shell)
    if (!history.ok) return { kind: 'refused', problems: history.problems }
    return historyPage(texts, request, shell, history.value)
  }
}

async function ownHistory(_request: RouteRequest, shell: Shell): Promise<Result<History>> {
  return done({
    scope: { kind: 'person', personId: signedInActor(shell).personId },
    frame: {
      title: 'Your history',
      caption: '',
      introduction:
        'What you did, and what was done to your account and roles, the newest first. What was written about a case is in the history of the case.',
      above: [{ text: 'Your account', href: accountPath }],
      head: null,
    },
  })
}

async function historyOfPerson(request: RouteRequest, shell: Shell): Promise<Result<History>> {
  const { person: personId = '' } = request.params
  const person = await findPerson(shell.database, personId)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  const manages = await shell.mayDo('people.manage', null)
  const above = manages
    ? [
        { text: 'People', href: peoplePath },
        { text: person.name, href: personPath(personId) },
      ]
    : [{ text: person.name }]
  const introduction = `What ${person.name} did, and what was done to their account and roles, the newest first. What was written about a case is in the history of the case.`
  const frame = { title: 'History', caption: person.name, introduction, above, head: null }
  return done({ scope: { kind: 'person', personId }, frame })
}

async function historyOfInspection(request: RouteRequest, shell: Shell): Promise<Result<History>> {
  const { inspection: inspectionId = '' } = request.params
  const serviceName = await findServiceName(shell.database, inspectionId)
  if (serviceName === undefined) return refuse(problem('request.not-found', {}))
  const isThere = await isOnRegister(shell.database, inspectionId)
  const mayRead = isThere && (await shell.mayDo('inspection.read', inspectionId))
  const inspection = mayRead
    ? { text: serviceName, href: inspectionPath(inspectionId) }
    : { text: serviceName }
  const above = [{ text: 'Inspections', href: '/inspections' }, inspection]
  const head = await findHead(shell.database, inspectionId)
  const frame = {
    title: 'History',
    caption: serviceName,
    introduction: null,
    above,
    head: head === undefined ? null : headLine(head, shell.now()),
  }
  return done({ scope: { kind: 'inspection', inspectionId }, frame })
}

type Frame = {
  readonly title: string
  readonly caption: string
  /** What the history has, if that is not clear from its title. */
  readonly introduction: string | null
  /** The pages above this one. */
  readonly above: readonly { readonly text: string; readonly href?: string }[]
  /** The line by which the end of the audit log of the inspection can be stored elsewhere. */
  readonly head: string | null
}

async function historyPage(
  texts: ActionTexts,
  { query }: RouteRequest,
  shell: Shell,
  { scope, frame }: History,
): Promise<Reply> {
  const { kinds } = texts
  const { filter, page, problems } = historyForm(query, kinds, shell.now())
  const part = { from: (page - 1) * eventsOnAPage, atMost: eventsOnAPage }
  const { events, count } = await listEvents(shell.database, scope, filter, part)
  return {
    kind: 'page',
    template: 'people/history/historyPage.njk',
    problems,
    model: {
      ...frame,
      ofInspection: scope.kind === 'inspection',
      errors: formErrors(problems),
      filter: filterView(query, { kinds, ...(await listChoices(shell.database, scope)) }),
      pages: pagesView({ query, page, count, noun: 'event', onAPage: eventsOnAPage }),
      lines: await linesOf(texts, shell, events),
    },
  }
}

async function linesOf(texts: ActionTexts, shell: Shell, events: readonly HistoryEvent[]) {
  const mayOpenPeople = await shell.mayDo('audit.read', null)
  const rights = new Map<string, ReadonlySet<Permission>>()
  for (const event of events) {
    const key = placeKey(event)
    if (!rights.has(key)) rights.set(key, await rightsAt(texts, shell, event))
  }
  return events.map((event) =>
    eventLine(
      texts,
      event,
      (permission) => rights.get(placeKey(event))?.has(permission) === true,
      mayOpenPeople,
    ),
  )
}

/** The permissions that the reader has for what the event is about: its inspection and its case, if it is about one. */
async function rightsAt(
  { permissionsToReadMore }: ActionTexts,
  { mayDo }: Shell,
  event: HistoryEvent,
): Promise<ReadonlySet<Permission>> {
  const allowed = new Set<Permission>()
  for (const permission of ['inspection.read', ...permissionsToReadMore] as const) {
    const caseId = permission === 'inspection.read' ? null : caseOfEvent(event)
    if (await mayDo(permission, event.inspectionId, caseId ?? undefined)) allowed.add(permission)
  }
  return allowed
}

function placeKey(event: HistoryEvent): string {
  return JSON.stringify([event.inspectionId, caseOfEvent(event)])
}
