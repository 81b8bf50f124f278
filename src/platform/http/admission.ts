/** Decides for each request whether it reaches its handler, and what is answered if it does not. */

import type { FastifyRequest } from 'fastify'
import type { Permission } from '../declared.ts'
import {
  type Access,
  type Caller,
  type CaseBar,
  type Permitted,
  savedFormField,
  type Visit,
} from './access.ts'
import { formKeyField, formTokenField, formTokenHeader, readFormToken } from './formToken.ts'
import { problem } from './problems.ts'
import type { Reply, RouteRequest } from './route.ts'
import { isForPrograms } from './visit.ts'

type Refusal = Extract<Permitted, { allowed: false }>

/** Whether someone may do what `permission` names in an inspection and, where one is named, with a case of it. */
export type MayAt = (
  permission: Permission,
  inspectionId: string | null,
  caseId?: string | null,
) => Promise<Permitted>

/**
 * What `caller` may do: what their roles allow, less the cases from which a conflict of interest bars them. The one place
 * where conflicts are asked for. `barOf` is asked once for each inspection.
 */
export function permitsAt(caller: Caller, barOf: (inspectionId: string) => Promise<CaseBar>): MayAt {
  const bars = new Map<string, Promise<CaseBar>>()
  return async (permission, inspectionId, caseId = null) => {
    const permitted = await caller.mayDo(permission, inspectionId)
    if (!permitted.allowed || inspectionId === null || caseId === null) return permitted
    const bar = bars.get(inspectionId) ?? barOf(inspectionId)
    bars.set(inspectionId, bar)
    return (await bar)(caseId) ? barred : permitted
  }
}

const barred: Refusal = {
  allowed: false,
  because: 'A conflict of interest bars you from the case.',
  next: 'stand-back',
}

/** Undefined if a request that only reads may go on; otherwise what to answer. */
export function refusalToRead(permitted: Permitted, request: FastifyRequest): Reply | undefined {
  if (permitted.allowed) return undefined
  if (permitted.next !== 'sign-in') return refusalOf(permitted)
  return isForPrograms(request) ? notSignedIn : toSignIn(request.url)
}

/** Whether a request that changes something reaches its handler. `late`: it was shown to `personId`, who is not here. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'late'; readonly personId: string }
  | {
      readonly kind: 'refused'
      readonly reply: Reply
      /** True if the sender is known, the form is theirs, and only the permission is missing. */
      readonly onlyPermissionMissing: boolean
      /** What the page says instead, with what they typed, if they sent a form. */
      readonly why?: 'not-signed-in' | 'form-not-ours'
    }

/** Who sends a request, and whether they have the permission for it. */
export type Sender = { readonly caller: Caller; readonly permitted: Permitted; readonly visit: Visit }

/** `sentToken` has to be the token of a form that was shown to the same person in the same browser. */
export function judgeChange({ caller, permitted, visit }: Sender, sentToken: string): Verdict {
  if (visit.bearer !== undefined)
    return permitted.allowed ? { kind: 'go' } : permissionMissing(permitted, true)
  const token = readFormToken(visit.browser, sentToken)
  const late = token !== undefined && token.personId !== null && token.personId !== caller.actor.personId
  // A form that is open to everyone, such as signing out, does not mind that the session ended meanwhile.
  const harmless = permitted.allowed && caller.actor.personId === undefined
  if (late && !harmless) return { kind: 'late', personId: token.personId }
  if (!permitted.allowed) return permissionMissing(permitted, token !== undefined)
  if (token !== undefined) return { kind: 'go' }
  return { kind: 'refused', reply: notOurs, onlyPermissionMissing: false, why: 'form-not-ours' }
}

/** Saves the form of `personId` that came too late, only for them. Returns what its sender is answered. */
export async function saveLateForm(
  access: Access,
  { caller, visit }: Omit<Sender, 'permitted'>,
  personId: string,
  { path, sent }: { readonly path: string; readonly sent: RouteRequest },
): Promise<Reply> {
  const lost = caller.actor.personId === undefined
  const form = { personId, path, fields: withoutOwnFields(sent).body, files: sent.files }
  if (!(await access.saveForm(visit, form))) return notSaved
  return lost ? toSignIn('/saved-forms') : ofAnother
}

/** What a script of ours that came too late is answered: it still has what it sends. */
export function lateForPrograms({ caller }: Pick<Sender, 'caller'>): Reply {
  return caller.actor.personId === undefined ? notSignedIn : ofAnother
}

function permissionMissing(permitted: Refusal, formIsTheirs: boolean): Verdict {
  const onlyPermissionMissing = formIsTheirs && permitted.next !== 'sign-in'
  const refused = { kind: 'refused', reply: refusalOf(permitted), onlyPermissionMissing } as const
  return permitted.next === 'sign-in' ? { ...refused, why: 'not-signed-in' } : refused
}

/** The fields without those that the platform adds. */
export function withoutOwnFields(sent: RouteRequest): RouteRequest {
  const { [formTokenField]: _mark, [formKeyField]: _key, [savedFormField]: _held, ...body } = sent.body
  return { ...sent, body }
}

function toSignIn(then: string): Reply {
  return { kind: 'redirect', to: `/sign-in?to=${encodeURIComponent(then)}`, problems: [signedOut] }
}

const signedOut = problem('people.not-signed-in', {})
const notSignedIn: Reply = { kind: 'refused', problems: [signedOut] }
const standBack: Reply = { kind: 'refused', problems: [problem('people.conflict-of-interest', {})] }
const ofAnother: Reply = { kind: 'refused', problems: [problem('people.form-of-another-person', {})] }
/** What was sent after a session had ended could not be saved. */
export const notSaved: Reply = { kind: 'refused', problems: [problem('people.text-not-kept', {})] }
const notOurs: Reply = { kind: 'refused', problems: [problem('people.form-not-ours', {})] }

function notAllowed({ because }: Refusal): Reply {
  return { kind: 'refused', problems: [problem('people.not-allowed', { because })] }
}

function refusalOf(permitted: Refusal): Reply {
  switch (permitted.next) {
    case 'sign-in':
      return notSignedIn
    case 'stand-back':
      return standBack
    default:
      return notAllowed(permitted)
  }
}

/** The token that a request has in its header or, after its body was read, in its first field. */
export function formTokenOf(request: FastifyRequest, body: Readonly<Record<string, string>> = {}): string {
  const header = request.headers[formTokenHeader]
  return typeof header === 'string' ? header : (body[formTokenField] ?? '')
}
