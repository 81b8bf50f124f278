/** Decides for each request whether it reaches its handler, and what is answered where it does not. */
import type { FastifyRequest } from 'fastify'
import { problem } from '../../core/kernel/problem.ts'
import { type Access, type Caller, heldField, type Permitted, type Visit } from './access.ts'
import { formTokenField, formTokenHeader, readFormToken } from './formToken.ts'
import type { Reply, Route, RouteRequest } from './route.ts'
import { isForPrograms } from './visit.ts'

type Refusal = Extract<Permitted, { allowed: false }>

/** Undefined where a request that only reads may go on; otherwise what to answer. */
export async function refusalToRead(
  caller: Caller,
  route: Route,
  request: FastifyRequest,
): Promise<Reply | undefined> {
  const permitted = await caller.mayDo(route.permission, inspectionOf(request))
  if (permitted.allowed) return undefined
  if (permitted.mend === 'ask') return notAllowed(permitted)
  return isForPrograms(request) ? notSignedIn : toSignIn(request.url)
}

/** Why a request that changes something does not reach its handler. */
export type RefusedChange = {
  readonly reply: Reply
  /** True where the sender is known, the form is theirs, and nothing but the right is missing. */
  readonly onlyForWantOfRight: boolean
}

/**
 * Undefined where a request that changes something may go on. It has to carry the mark of a form shown to the same
 * person in the same browser; what was typed before a session was lost is kept.
 */
export async function refusalToChange(
  access: Access,
  caller: Caller,
  visit: Visit,
  route: Route,
  request: FastifyRequest,
  sent: RouteRequest,
): Promise<RefusedChange | undefined> {
  const permitted = await caller.mayDo(route.permission, inspectionOf(request))
  if (visit.bearer !== undefined) return permitted.allowed ? undefined : wantOfRight(permitted, true)
  const mark = readFormToken(visit.browser, markOf(request, sent))
  const late = mark !== undefined && mark.personId !== null && mark.personId !== caller.actor.personId
  // A form that is open to everyone, such as signing out, does not mind that the session ended meanwhile.
  const harmless = permitted.allowed && caller.actor.personId === undefined
  if (late && !harmless) {
    const lost = caller.actor.personId === undefined
    if (isForPrograms(request)) return outright(lost ? notSignedIn : ofAnother)
    const isKept = await keep(access, visit, mark.personId, request.url, sent)
    if (!isKept) return outright(notKept)
    return outright(lost ? toSignIn('/held') : ofAnother)
  }
  if (!permitted.allowed) return wantOfRight(permitted, mark !== undefined)
  return mark === undefined ? outright(notOurs) : undefined
}

function outright(reply: Reply): RefusedChange {
  return { reply, onlyForWantOfRight: false }
}

function wantOfRight(permitted: Refusal, formIsTheirs: boolean): RefusedChange {
  return { reply: refusalOf(permitted), onlyForWantOfRight: formIsTheirs && permitted.mend === 'ask' }
}

/** The fields without those that are the plumbing's own. */
export function withoutMarks(sent: RouteRequest): RouteRequest {
  const { [formTokenField]: _mark, [heldField]: _held, ...body } = sent.body
  return { ...sent, body }
}

async function keep(
  access: Access,
  visit: Visit,
  personId: string,
  path: string,
  sent: RouteRequest,
): Promise<boolean> {
  return access.hold(visit, { personId, path, fields: withoutMarks(sent).body, files: sent.files })
}

function toSignIn(then: string): Reply {
  return { kind: 'redirect', to: `/sign-in?to=${encodeURIComponent(then)}` }
}

const notSignedIn: Reply = { kind: 'refused', problems: [problem('people.not-signed-in', {})] }
const ofAnother: Reply = { kind: 'refused', problems: [problem('people.form-of-another-person', {})] }
const notKept: Reply = { kind: 'refused', problems: [problem('people.text-not-kept', {})] }
const notOurs: Reply = { kind: 'refused', problems: [problem('people.form-not-ours', {})] }

function notAllowed({ because }: Refusal): Reply {
  return {
    kind: 'refused',
    problems: [problem('people.not-allowed', { because: because.replace(/\.$/, '') })],
  }
}

function refusalOf(permitted: Refusal): Reply {
  return permitted.mend === 'sign-in' ? notSignedIn : notAllowed(permitted)
}

function markOf(request: FastifyRequest, sent: RouteRequest): string {
  const header = request.headers[formTokenHeader]
  return typeof header === 'string' ? header : (sent.body[formTokenField] ?? '')
}

/** The inspection that an address names; null where it names none. */
export function inspectionOf({ params }: FastifyRequest): string | null {
  const named =
    typeof params === 'object' && params !== null && 'inspection' in params ? params.inspection : null
  return typeof named === 'string' ? named : null
}
