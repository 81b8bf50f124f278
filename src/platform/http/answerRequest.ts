/** What one request is answered: who sends it, whether they may, what they sent, and what its route makes of it. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Settings } from '../config/settings.ts'
import type { Connection } from '../database/connection.ts'
import type { Permission } from '../declared.ts'
import { makeShell, type Shell } from '../shell.ts'
import { type Access, type Caller, type Permitted, savedFormField, type Visit } from './access.ts'
import {
  lateForPrograms,
  type MayAt,
  notSaved,
  permitsAt,
  refusalToRead,
  saveLateForm,
  type Verdict,
  withoutOwnFields,
} from './admission.ts'
import type { Application } from './application.ts'
import type { BodyShare } from './body/bodyBudget.ts'
import type { SentBody } from './body/sentBody.ts'
import { formToken } from './formToken.ts'
import { receiveBody } from './receiveBody.ts'
import type { Reply, Route } from './route.ts'
import { plainFields, refusalOfQuery, routeRequest } from './routeRequest.ts'
import type { ReplySender } from './sendReply.ts'
import { handleOnce } from './sentAgain.ts'
import { isForPrograms, visitOf } from './visit.ts'

export type ServedProduct = {
  readonly application: Application
  readonly database: Connection
  /** The same over connections of their own, for requests that only read. Left out, they share the others. */
  readonly readers?: Connection
  readonly access: Access
  readonly settings: Pick<Settings, 'origin'>
  /** The clock; tests give their own. */
  readonly now?: () => Date
}

type Asked = {
  readonly route: Route
  readonly request: FastifyRequest
  readonly response: FastifyReply
  readonly share: BodyShare
}

/** A request whose sender is known, and whether they may do what it asks for. */
type Arrived = Asked & {
  readonly caller: Caller
  readonly permitted: Permitted
  readonly visit: Visit
  readonly shell: Shell
}

/** What `route` answers, or why the request does not reach it. */
export async function answerRequest(
  product: ServedProduct,
  sender: ReplySender,
  asked: Asked,
): Promise<Reply> {
  const { access, application, database, readers = database, settings, now } = product
  const { route, request, response } = asked
  const visit = visitOf(request, response, isSecure(settings.origin))
  const { inspectionId, caseId } = application.placeOf(plainFields(request.params))
  const caller = await access.callerOf(visit, inspectionId)
  const { actor } = caller
  const mayAt = permitsAt(caller, (inspection) => application.barOf(database, actor, inspection))
  sender.madeFor(request, {
    formToken: formToken(visit.browser, actor.personId ?? null),
    personId: actor.personId ?? null,
    personName: actor.personId === undefined ? null : actor.name,
    may: await rightsOf(mayAt, application.permissions, inspectionId),
  })
  const mayDo: Shell['mayDo'] = async (...named) => (await mayAt(...named)).allowed
  const reads = route.method === 'GET'
  const shell = makeShell(reads ? readers : database, actor, now, mayDo)
  const permitted = await mayAt(route.permission, inspectionId, caseId)
  if (reads) {
    const refusal = refusalToRead(permitted, request) ?? refusalOfQuery(request)
    return refusal ?? route.handle(routeRequest(request, visit), shell)
  }
  return answerChange(product, { ...asked, caller, permitted, visit, shell })
}

/** Each permission, and whether the sender has it in the inspection, or over all inspections if there is none. */
async function rightsOf(
  mayAt: MayAt,
  permissions: readonly Permission[],
  inspectionId: string | null,
): Promise<Readonly<Record<string, boolean>>> {
  const rights = permissions.map(
    async (permission) => [permission, (await mayAt(permission, inspectionId)).allowed] as const,
  )
  return Object.fromEntries(await Promise.all(rights))
}

async function answerChange(product: ServedProduct, arrived: Arrived): Promise<Reply> {
  const { route, request, share, caller, permitted, visit } = arrived
  const sender = { caller, permitted, visit }
  const received = await receiveBody(product.access, { request, route, sender, share })
  switch (received.kind) {
    case 'faulty':
      return { kind: 'refused', problems: received.problems }
    case 'unread':
      return answerRefused(product, arrived, received.verdict, undefined)
    case 'read':
      return received.verdict.kind === 'go'
        ? (refusalOfQuery(request) ?? doChange(product, arrived, received.sent))
        : answerRefused(product, arrived, received.verdict, received.sent)
    default:
      return unreachable(received)
  }
}

/** What a change is answered that is not made; `body` is undefined if it was not read. */
async function answerRefused(
  { access, application }: ServedProduct,
  { route, request, caller, visit, shell }: Arrived,
  verdict: Verdict,
  body: SentBody | undefined,
): Promise<Reply> {
  const sent = routeRequest(request, visit, body)
  const path = request.url
  if (verdict.kind === 'late') {
    if (isForPrograms(request)) return lateForPrograms({ caller })
    if (body === undefined) return notSaved
    return saveLateForm(access, { caller, visit }, verdict.personId, { path, sent })
  }
  if (verdict.kind === 'go') return notSaved
  const { problems = [] } = verdict.reply
  const instead =
    verdict.onlyPermissionMissing &&
    body !== undefined &&
    (await route.whenNotAllowed?.(withoutOwnFields(sent), shell))
  if (instead) return instead.problems?.[0] === undefined ? { ...instead, problems } : instead
  if (verdict.why === undefined || isForPrograms(request)) return verdict.reply
  const { body: read, files } = withoutOwnFields(sent)
  const fields = body === undefined ? null : read
  const form = { why: verdict.why, path, fields, files: files.map(({ name }) => name) }
  return { ...application.refusedFormPage(form), problems }
}

async function doChange(
  { access, application }: ServedProduct,
  { route, request, visit, shell }: Arrived,
  body: SentBody,
): Promise<Reply> {
  const sent = routeRequest(request, visit, body)
  const held = sent.body[savedFormField]
  const files = held === undefined ? [] : await access.filesOfSavedForm(visit, held, request.url)
  const whole = { ...sent, files: [...sent.files, ...files] }
  const handled = withoutOwnFields(whole)
  const asked = { route, path: request.url, sent: whole, fields: handled.body }
  const reply = await handleOnce(application, shell, asked, (once) => route.handle(handled, once))
  if (held !== undefined && reply.kind === 'redirect') await access.removeSavedForm(visit, held)
  return reply
}

/** Whether the site is reached over TLS. */
export function isSecure(origin: string | undefined): boolean {
  return origin?.startsWith('https:') === true
}
