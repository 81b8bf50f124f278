/**
 * How much of a request's body is read, and for whom. What someone without permission sends is not read at all, or only
 * as far as a small form; files are read after the token of their form was checked.
 */
import type { FastifyRequest } from 'fastify'
import type { Problem } from '../../core/kernel/problem.ts'
import { done, type Refused, type Result, refuse } from '../../core/kernel/result.ts'
import type { Access } from './access.ts'
import { formTokenOf, judgeChange, type Sender, type Verdict } from './admission.ts'
import type { BodyShare } from './body/bodyBudget.ts'
import { type BodyReader, bodyReader } from './body/bodyReader.ts'
import type { Fields } from './body/formFields.ts'
import { firstPart } from './body/multipart.ts'
import { type BodyKind, bodyKind, readSentBody, type SentBody } from './body/sentBody.ts'
import { formTokenField } from './formToken.ts'
import { problem } from './problems.ts'
import type { Route } from './route.ts'
import { singleHeaders } from './routeRequest.ts'
import { isForPrograms } from './visit.ts'

/** The fields of a form or the JSON of an operation: some of the longest texts that an inspection writes. */
const formBytes = 2 * 1024 * 1024
/** What is read of someone who is not known: a form to sign in, or what was typed before all cookies were deleted. */
const strangerBytes = 64 * 1024
const mostTokenBytes = 4_096

export type Received =
  /** `verdict` says whether the change can be made; otherwise the body is there to be saved. */
  | { readonly kind: 'read'; readonly sent: SentBody; readonly verdict: Verdict }
  /** What was left unread is not needed to answer `verdict`. */
  | { readonly kind: 'unread'; readonly verdict: Verdict }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] }

export type Incoming = {
  readonly request: FastifyRequest
  readonly route: Route
  readonly sender: Sender
  readonly share: BodyShare
}

/** Reads the body of a request as far as its sender may send one. */
export async function receiveBody(access: Access, incoming: Incoming): Promise<Received> {
  const { request, route, sender, share } = incoming
  const early = judgeChange(sender, formTokenOf(request))
  const kind = bodyKind(singleHeaders(request), {
    files: route.upload !== undefined,
    json: isForPrograms(request),
  })
  const most = await mostBytes(access, incoming, early, kind.ok && kind.value.kind === 'form')
  const declared = declaredBytes(request)
  if (most === 0 || (early.kind === 'refused' && (declared ?? 0) > most))
    return { kind: 'unread', verdict: early }
  const refused = ({ problems }: Refused): Received =>
    sender.permitted.allowed ? { kind: 'faulty', problems } : { kind: 'unread', verdict: early }
  if (!kind.ok) return refused(kind)
  const reader = bodyReader(request.raw, declared, share)
  try {
    const begun = await readFormTokenField(reader, most, kind.value)
    if (!begun.ok) return refused(begun)
    const atFirst = judgeChange(sender, formTokenOf(request, begun.value))
    if (kind.value.kind === 'multipart' && isFinal(atFirst, route))
      return { kind: 'unread', verdict: atFirst }
    const bytes = await reader.read(most)
    const sent = bytes.ok ? readSentBody(kind.value, bytes.value) : bytes
    const largest = route.upload?.maximumBytes ?? 0
    if (sent.ok && sent.value.files.some(({ content }) => content.length > largest)) return refused(tooLarge)
    if (!sent.ok) return refused(sent)
    const token = kind.value.kind === 'multipart' ? begun.value : sent.value.body
    return { kind: 'read', sent: sent.value, verdict: judgeChange(sender, formTokenOf(request, token)) }
  } finally {
    await reader.leave()
  }
}

/** How many bytes are read; 0 if what is answered does not depend on the body. */
async function mostBytes(
  access: Access,
  { request, route, sender: { caller, visit, permitted } }: Incoming,
  early: Verdict,
  isForm: boolean,
): Promise<number> {
  const all = formBytes + (route.upload?.maximumBytes ?? 0)
  const isKnown = caller.actor.personId !== undefined
  // A program, and a script of ours, has its token in a header: nothing in the body changes the verdict.
  if (isForPrograms(request) && isFinal(early, route)) return 0
  if (isKnown || (await access.knowsBrowser(visit))) return all
  return permitted.allowed || isForm ? Math.min(strangerBytes, all) : 0
}

/** Whether a request is answered only with the refusal, whatever its body is. */
function isFinal(verdict: Verdict, route: Route): boolean {
  if (verdict.kind !== 'refused') return false
  return !(verdict.onlyPermissionMissing && route.whenNotAllowed !== undefined)
}

/** The token in the first part of a form with files; nothing for a body of another kind, which is small. */
async function readFormTokenField(reader: BodyReader, most: number, kind: BodyKind): Promise<Result<Fields>> {
  if (kind.kind !== 'multipart') return done({})
  const { boundary } = kind
  const begun = await reader.read(
    most,
    (bytes) => bytes.length > mostTokenBytes || firstPart(bytes, boundary) !== undefined,
  )
  if (!begun.ok) return begun
  const part = firstPart(begun.value, boundary)
  return done(part?.kind === 'field' && part.name === formTokenField ? { [formTokenField]: part.value } : {})
}

const tooLarge = refuse(problem('request.too-large', {}))

function declaredBytes({ headers }: FastifyRequest): number | undefined {
  const length = headers['content-length']
  return length === undefined ? undefined : Number(length)
}
