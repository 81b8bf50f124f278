/** Reading and writing single entries: answers, notes, facts and practice examples, each in its own words. */
import { z } from 'zod'
import { practiceMarks } from '../../../core/fieldwork/checkEntry.ts'
import { isBarred } from '../../../core/fieldwork/decideWrite.ts'
import type { EntryKind, EntryRef, EntryValue, EntryVersion } from '../../../core/fieldwork/entry.ts'
import { answers } from '../../../core/framework/answers.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import { type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { etagOf, versionSeen } from '../../../platform/http/api/versionSeen.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { findCase, findEntry } from '../case/case.queries.ts'
import { whyBarred } from '../case/whyBarred.ts'
import {
  caseNotFound,
  codeOfKept,
  proposeEntry,
  type WriteOutcome,
  type WriteRequest,
  writeEntry,
} from '../entries/writeEntry.ts'
import { problem } from '../problems.ts'
import { idempotencyKeyOf, inCase, keyOf, ofCase, readsCase } from './caseParts.ts'
import { exampleQuestions } from './exampleQuestions.ts'

/** How the API names the parts of each kind of entry. */
type EntryResource = {
  readonly kind: EntryKind
  readonly words: string
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

/** The resources, with an example question of the last of `editions` that asks any of cases. */
function entryResources(editions: Editions): readonly EntryResource[] {
  const { keyQuestion, prompt } = exampleQuestions(editions)
  return [
    {
      kind: 'answer',
      words: 'one answer',
      path: 'answers',
      parameter: 'question',
      value: { name: 'answer', schema: z.enum(answers).nullable(), example: 'yes' },
      detail: { name: 'reason', example: 'Seen in the file.' },
      example: prompt,
    },
    {
      kind: 'note',
      words: 'the evidence note of one key question',
      path: 'notes',
      parameter: 'keyQuestion',
      value: { name: 'text', schema: z.string().nullable(), example: 'Seen in the plan of March.' },
      detail: null,
      example: keyQuestion,
    },
    {
      kind: 'fact',
      words: 'one fact',
      path: 'facts',
      parameter: 'fact',
      value: { name: 'value', schema: z.string().nullable(), example: 'medium' },
      detail: { name: 'detail', example: 'Agreed with the case manager.' },
      example: 'rosh-mine',
    },
    {
      kind: 'practice',
      words: 'the mark of a practice example',
      path: 'practice',
      parameter: 'keyQuestion',
      value: { name: 'mark', schema: z.enum(practiceMarks).nullable(), example: practiceMarks[0] },
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

function valueBody({ value, detail }: EntryResource, said: EntryValue) {
  return { [value.name]: said.value, ...(detail === null ? {} : { [detail.name]: said.detail }) }
}

/** An entry in the API's words. Version 0 is one that nothing was written to. */
function entryBody(resource: EntryResource, entry: EntryVersion | undefined | null) {
  return {
    ...valueBody(resource, entry ?? { value: null, detail: null }),
    version: entry?.version ?? 0,
    writtenBy: entry?.author.name ?? null,
    writtenById: entry?.author.personId ?? null,
    writtenAt: entry?.at ?? null,
  }
}

/** What the refusals of a value show that was kept; what stands only to those who may read it. */
function keptAnswers(resource: EntryResource): NonNullable<Operation['shows']> {
  const kept = z.looseObject({ keptId: z.string(), yours: bodySchema(resource) })
  const current = bodySchema(resource).extend(written)
  return [
    {
      problems: ['fieldwork.case-frozen', 'fieldwork.changed-meanwhile'],
      schema: kept.extend({ current }),
    },
    { problems: ['fieldwork.right-taken-away', 'fieldwork.kept-in-conflict'], schema: kept },
  ]
}

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
    tag: 'What is said about a case',
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
    summary: `Read ${resource.words} of a case, with its version as the ETag`,
    version: 'given',
    handle: readEntry(resource),
  }
}

function readEntry(resource: EntryResource): Route['handle'] {
  return async (request, { database }) => {
    const key = keyOf(request)
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
    summary: `Write ${resource.words} of a case`,
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
    shows: keptAnswers(resource),
    handle: putEntry(editions, resource, writeOf),
    whenNotAllowed: keepEntry(editions, resource, writeOf),
  }
}

function putEntry(editions: Editions, resource: EntryResource, writeOf: WriteOf): Route['handle'] {
  return async (request, shell) => {
    const asked = writeOf(request)
    if (!asked.ok) return { kind: 'refused', problems: asked.problems }
    const outcome = await writeEntry(shell, editions, asked.value)
    if (!outcome.ok) return { kind: 'refused', problems: outcome.problems }
    return answerTo(resource, outcome.value, asked.value.write)
  }
}

/** Keeps what somebody writes who might write here once. Anyone else is refused, and told nothing more. */
function keepEntry(
  editions: Editions,
  resource: EntryResource,
  writeOf: WriteOf,
): NonNullable<Route['whenNotAllowed']> {
  return async (request, shell) => {
    const asked = writeOf(request)
    if (!asked.ok) return undefined
    const because = await whyBarred(shell, asked.value.key)
    if (because === undefined) return undefined
    const outcome = await proposeEntry(shell, editions, asked.value, because)
    return outcome.ok ? answerTo(resource, outcome.value, asked.value.write) : undefined
  }
}

type WriteOf = (request: RouteRequest) => Result<WriteRequest>

/** Reads what a request writes to an entry of `resource`. */
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
      key: keyOf(request),
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
  const refused = problem(codeOfKept[outcome.because], {})
  const { code, status, text, action } = refused
  // What stands is not told to somebody who may not read it.
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
