/** Reading and writing single entries: answers, notes, facts and practice examples, each with its own names. */

import { z } from 'zod'
import { practiceRatings } from '../../../core/fieldwork/checkEntry.ts'
import { isBarred } from '../../../core/fieldwork/decideWrite.ts'
import type { EntryKind, EntryRef, EntryValue, EntryVersion } from '../../../core/fieldwork/entry.ts'
import { answers } from '../../../core/framework/answers.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import { type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { etagOf, versionSeen } from '../../../platform/http/api/versionSeen.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { findCase, findEntry } from '../case/case.queries.ts'
import { caseKeyOf, caseNotFound } from '../case/caseKey.ts'
import { whyBarred } from '../case/whyBarred.ts'
import {
  problemOfConflict,
  proposeEntry,
  type WriteOutcome,
  type WriteRequest,
  writeEntry,
} from '../entries/writeEntry.ts'
import { problem } from '../problems.ts'
import { idempotencyKeyOf, inCase, ofCase, readsCase } from './caseParts.ts'
import { exampleQuestions } from './exampleQuestions.ts'

/** How the API names the parts of each kind of entry. */
type EntryResource = {
  readonly kind: EntryKind
  /** What it is, for the summary of an operation. */
  readonly noun: string
  readonly path: string
  readonly parameter: string
  readonly value: {
    readonly name: string
    readonly schema: z.ZodType<string | null>
    readonly example: string
  }
  readonly detail: { readonly name: string; readonly example: string } | null
  readonly example: string
}

/** Returns the resources, with an example question of the last of `editions` that asks questions about cases. */
function entryResources(editions: Editions): readonly EntryResource[] {
  const { keyQuestion, prompt } = exampleQuestions(editions)
  return [
    {
      kind: 'answer',
      noun: 'an answer',
      path: 'answers',
      parameter: 'question',
      value: { name: 'answer', schema: z.enum(answers).nullable(), example: 'yes' },
      detail: { name: 'reason', example: 'Seen in the file.' },
      example: prompt,
    },
    {
      kind: 'note',
      noun: 'the evidence note on a key question',
      path: 'notes',
      parameter: 'keyQuestion',
      value: { name: 'text', schema: z.string().nullable(), example: 'Seen in the plan of March.' },
      detail: null,
      example: keyQuestion,
    },
    {
      kind: 'fact',
      noun: 'a fact',
      path: 'facts',
      parameter: 'fact',
      value: { name: 'value', schema: z.string().nullable(), example: 'medium' },
      detail: { name: 'detail', example: 'Agreed with the case manager.' },
      example: 'rosh-mine',
    },
    {
      kind: 'practice',
      noun: 'the rating of a practice example',
      path: 'practice',
      parameter: 'keyQuestion',
      value: { name: 'mark', schema: z.enum(practiceRatings).nullable(), example: practiceRatings[0] },
      detail: { name: 'changedName', example: 'Sam' },
      example: keyQuestion,
    },
  ]
}

const written = {
  version: z.int(),
  writtenBy: z.string().nullable(),
  /** Null also for the case list and the command line. */
  writtenById: z.string().nullable(),
  writtenAt: z.iso.datetime().nullable(),
}

function bodySchema({ value, detail }: EntryResource) {
  const text = z.string().nullable().optional()
  return z.strictObject({ [value.name]: value.schema, ...(detail === null ? {} : { [detail.name]: text }) })
}

function valueBody({ value, detail }: EntryResource, entry: EntryValue) {
  return { [value.name]: entry.value, ...(detail === null ? {} : { [detail.name]: entry.detail }) }
}

/** Returns an entry with the names of the API. Version 0 means that nothing was written. */
function entryBody(resource: EntryResource, entry: EntryVersion | undefined | null) {
  return {
    ...valueBody(resource, entry ?? { value: null, detail: null }),
    version: entry?.version ?? 0,
    writtenBy: entry?.author.name ?? null,
    writtenById: entry?.author.personId ?? null,
    writtenAt: entry?.at ?? null,
  }
}

/** Returns what the refusal of a value shows that was saved as a conflict: the current value only if its author can read it. */
function conflictReplies(resource: EntryResource): NonNullable<Operation['shows']> {
  const conflict = z.looseObject({ keptId: z.string(), yours: bodySchema(resource) })
  const current = bodySchema(resource).extend(written)
  return [
    {
      problems: ['fieldwork.case-frozen', 'fieldwork.changed-meanwhile'],
      schema: conflict.extend({ current }),
    },
    { problems: ['fieldwork.right-taken-away', 'fieldwork.kept-in-conflict'], schema: conflict },
  ]
}

/** Returns the operations that read and write entries: two for each kind. */
export function entryOperations(editions: Editions): readonly Operation[] {
  return entryResources(editions).flatMap((resource) => [
    readOperation(resource),
    writeOperation(editions, resource),
  ])
}

function common(resource: EntryResource) {
  const { path, parameter, example, kind } = resource
  const description = kind === 'fact' ? 'The id of the fact.' : 'The id of the question.'
  const schema = bodySchema(resource)
  return {
    ...inCase,
    tag: 'Answers, notes and facts',
    path: `${ofCase}/${path}/{${parameter}}`,
    parameters: [...inCase.parameters, { name: parameter, description, example }],
    answer: schema.extend(written),
  }
}

function readOperation(resource: EntryResource): Operation {
  return {
    ...common(resource),
    ...readsCase,
    id: `read-${resource.kind}`,
    summary: `Read ${resource.noun} of a case, with its version as the ETag`,
    version: 'given',
    handle: readEntry(resource),
  }
}

function readEntry(resource: EntryResource): Route['handle'] {
  return async (request, { database }) => {
    const key = caseKeyOf(request)
    if ((await findCase(database, key)) === undefined) {
      return { kind: 'refused', problems: [caseNotFound(key)] }
    }
    const entry = await findEntry(database, key, refOf(resource, request))
    return { kind: 'json', body: entryBody(resource, entry), headers: { etag: etagOf(entry?.version ?? 0) } }
  }
}

function refOf({ kind, parameter }: EntryResource, { params }: RouteRequest): EntryRef {
  return { kind, item: params[parameter] ?? '' }
}

function writeOperation(editions: Editions, resource: EntryResource): Operation {
  const { value, detail } = resource
  const writeOf = writeReader(resource)
  return {
    ...common(resource),
    id: `write-${resource.kind}`,
    method: 'PUT',
    summary: `Write ${resource.noun} of a case`,
    permission: 'case.answer',
    audit: 'case.answer',
    version: 'asked',
    repeatable: true,
    body: {
      schema: bodySchema(resource),
      example: { [value.name]: value.example, ...(detail === null ? {} : { [detail.name]: detail.example }) },
    },
    problems: [
      'fieldwork.case-not-found',
      'fieldwork.question-not-asked',
      'fieldwork.fact-not-found',
      'fieldwork.value-not-allowed',
      'fieldwork.age-impossible',
      'fieldwork.time-impossible',
      'fieldwork.time-skipped',
      'fieldwork.text-unreadable',
      'fieldwork.case-frozen',
      'fieldwork.changed-meanwhile',
      'fieldwork.right-taken-away',
      'fieldwork.kept-in-conflict',
    ],
    shows: conflictReplies(resource),
    handle: putEntry(editions, resource, writeOf),
    whenNotAllowed: proposeFor(editions, resource, writeOf),
  }
}

function putEntry(editions: Editions, resource: EntryResource, writeOf: WriteOf): Route['handle'] {
  return async (request, shell) => {
    const sent = writeOf(request)
    if (!sent.ok) return { kind: 'refused', problems: sent.problems }
    const outcome = await writeEntry(shell, editions, sent.value)
    if (!outcome.ok) return { kind: 'refused', problems: outcome.problems }
    return answerTo(resource, outcome.value, sent.value.write)
  }
}

/** Saves as a conflict what someone writes who once had permission to. Anyone else is refused without an explanation. */
function proposeFor(
  editions: Editions,
  resource: EntryResource,
  writeOf: WriteOf,
): NonNullable<Route['whenNotAllowed']> {
  return async (request, shell) => {
    const sent = writeOf(request)
    if (!sent.ok) return undefined
    const because = await whyBarred(shell, sent.value.key)
    if (because === undefined) return undefined
    const outcome = await proposeEntry(shell, editions, sent.value, because)
    return outcome.ok ? answerTo(resource, outcome.value, sent.value.write) : undefined
  }
}

type WriteOf = (request: RouteRequest) => Result<WriteRequest>

/** Returns a reader of what a request writes to an entry of `resource`. */
function writeReader(resource: EntryResource): WriteOf {
  // Made once: a schema compiles its parser when it is first used.
  const schema = bodySchema(resource)
  return (request) => {
    const sawVersion = versionSeen(request.headers)
    if (!sawVersion.ok) return sawVersion
    const body = readBody(schema, request)
    if (!body.ok) return body
    const value = body.value[resource.value.name] ?? null
    const detail = (resource.detail === null ? null : body.value[resource.detail.name]) ?? null
    return done({
      key: caseKeyOf(request),
      ref: refOf(resource, request),
      write: { value, detail, sawVersion: sawVersion.value },
      idempotencyKey: idempotencyKeyOf(request),
    })
  }
}

function answerTo(resource: EntryResource, outcome: WriteOutcome, yours: EntryValue): Reply {
  const etag = etagOf(outcome.entry?.version ?? 0)
  if (outcome.kind !== 'kept') {
    return { kind: 'json', body: entryBody(resource, outcome.entry), headers: { etag } }
  }
  const refused = problem(problemOfConflict[outcome.because], {})
  const { code, status, text, action } = refused
  // The current value is not shown to someone who cannot read it.
  const current = isBarred(outcome.because) ? {} : { current: entryBody(resource, outcome.entry) }
  return {
    kind: 'json',
    status,
    problems: [refused],
    headers: { etag, 'content-type': 'application/problem+json' },
    body: {
      type: 'about:blank',
      status,
      code,
      title: text,
      detail: action,
      keptId: outcome.keptId,
      ...current,
      yours: valueBody(resource, yours),
    },
  }
}
