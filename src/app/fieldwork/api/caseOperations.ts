/** Cases as a whole: the list, one with all its entries, its steps, its conflicts, who assesses it and who is there. */
import { z } from 'zod'
import { type CaseStep, caseStatuses, caseSteps } from '../../../core/fieldwork/caseProgress.ts'
import { keptBecause } from '../../../core/fieldwork/decideWrite.ts'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import { lacks } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Result } from '../../../core/kernel/result.ts'
import type { Reply } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import type { Permission } from '../../people/permissions.ts'
import { allocateCase } from '../allocateCase.ts'
import { findCase, listVersions } from '../case.queries.ts'
import { attendCase } from '../caseList.queries.ts'
import { decideKept } from '../decideKept.ts'
import { listCaseRows } from '../listCaseRows.ts'
import { loadCase } from '../loadCase.ts'
import { pulledApart } from '../pulledApart.ts'
import { takeCaseStep } from '../takeCaseStep.ts'
import { caseNotFound } from '../writeEntry.ts'
import { exampleQuestions } from './exampleQuestions.ts'
import { caseParameter, inspectionParameter, json, keyOf, type Operation, readBody } from './operation.ts'

const ofInspection = '/api/v1/inspections/{inspection}/cases'
const ofCase = `${ofInspection}/{case}`
const progressSchema = z.object({ status: z.enum(caseStatuses), round: z.int() })
const missingSchema = z.object({
  kind: z.enum(entryKinds),
  item: z.string(),
  lacks: z.enum(lacks),
})
const versionSchema = z.object({
  version: z.int(),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  author: z.object({ personId: z.string().nullable(), name: z.string() }),
  at: z.iso.datetime(),
})
const entrySchema = versionSchema.extend({ kind: z.enum(entryKinds), item: z.string() })
const keptSchema = entrySchema
  .omit({ version: true })
  .extend({ keptId: z.string(), because: z.enum(keptBecause), sawVersion: z.int() })

type Common = Pick<Operation, 'parameters' | 'versioned' | 'problems'>
const inInspection: Common = { parameters: [inspectionParameter], versioned: false, problems: [] }
const inCase: Common = { ...inInspection, parameters: [inspectionParameter, caseParameter] }
const reads = { method: 'GET', permission: 'case.read', audit: 'reads', body: null } as const

function answered<Value>(result: Result<Value>, body: (value: Value) => unknown): Reply {
  return result.ok ? json(body(result.value)) : { kind: 'refused', problems: result.problems }
}

export function caseOperations(editions: Editions): readonly Operation[] {
  const { prompt } = exampleQuestions(editions)
  return [
    listOperation(editions),
    readOperation(editions),
    historyOperation(prompt),
    decideOperation(editions, prompt),
    allocateOperation,
    attendOperation,
    ...caseSteps.map((step) => stepOperation(editions, step)),
  ]
}

function listOperation(editions: Editions): Operation {
  const row = progressSchema.extend({
    caseId: z.string(),
    caseDomain: z.string(),
    assigned: z.array(z.object({ personId: z.string(), name: z.string() })),
    missing: z.int(),
  })
  return {
    ...inInspection,
    ...reads,
    id: 'list-cases',
    path: ofInspection,
    summary: 'List the inspected cases of an inspection',
    answer: z.object({ cases: z.array(row) }),
    handle: async (request, shell) =>
      answered(await listCaseRows(shell, editions, keyOf(request).inspectionId), ({ rows }) => ({
        cases: rows.map(({ caseId, caseDomain, progress, assigned, missing }) => ({
          caseId,
          caseDomain,
          ...progress,
          assigned,
          missing: missing.length,
        })),
      })),
  }
}

function readOperation(editions: Editions): Operation {
  return {
    ...inCase,
    ...reads,
    id: 'read-case',
    path: ofCase,
    summary:
      'Read a case with everything that was said about it, what is missing and what waits for a decision',
    answer: progressSchema.extend({
      caseId: z.string(),
      caseDomain: z.string(),
      edition: z.string(),
      entries: z.array(entrySchema),
      kept: z.array(keptSchema),
      missing: z.array(missingSchema),
      /** Key questions whose judgement and prompts pull apart. */
      warnings: z.array(z.object({ keyQuestion: z.string(), text: z.string() })),
    }),
    handle: async (request, shell) =>
      answered(await loadCase(shell, editions, keyOf(request)), (loaded) => ({
        caseId: loaded.inspected.caseId,
        caseDomain: loaded.inspected.caseDomain,
        edition: loaded.edition.id,
        ...loaded.progress,
        entries: loaded.entries.all,
        kept: loaded.kept,
        missing: loaded.missing,
        warnings: pulledApart(loaded),
      })),
  }
}

function historyOperation(prompt: string): Operation {
  return {
    ...inCase,
    ...reads,
    id: 'read-history',
    path: `${ofCase}/history/{kind}/{item}`,
    summary: 'Read every value that one entry of a case ever had',
    parameters: [
      inspectionParameter,
      caseParameter,
      { name: 'kind', description: `One of: ${entryKinds.join(', ')}.`, example: 'answer' },
      { name: 'item', description: 'The id of the question or fact.', example: prompt },
    ],
    answer: z.object({ versions: z.array(versionSchema) }),
    handle: async (request, { database }) => {
      const key = keyOf(request)
      if ((await findCase(database, key)) === undefined)
        return { kind: 'refused', problems: [caseNotFound(key)] }
      const { kind: wanted = '', item = '' } = request.params
      const kind = entryKinds.find((each) => each === wanted)
      return json({ versions: kind === undefined ? [] : await listVersions(database, key, { kind, item }) })
    },
  }
}

const decisionSchema = z.strictObject({
  kind: z.enum(entryKinds),
  item: z.string(),
  value: z.string().nullable(),
  detail: z.string().nullable().default(null),
  sawVersion: z.int().nonnegative(),
  reason: z.string().nullable().default(null),
})

function decideOperation(editions: Editions, prompt: string): Operation {
  return {
    ...inCase,
    id: 'decide',
    method: 'POST',
    path: `${ofCase}/decisions`,
    summary: 'Decide which of the values that people gave to one entry stands',
    permission: 'case.decide',
    audit: 'case.decide',
    body: {
      schema: decisionSchema,
      example: { kind: 'answer', item: prompt, value: 'no', sawVersion: 1, reason: 'Seen together.' },
    },
    answer: z.object({ version: z.int() }),
    problems: [
      { status: 404, description: 'Nothing is left to decide.' },
      { status: 409, description: 'The value changed again after it was looked at.' },
    ],
    handle: async (request, shell) => {
      const body = readBody(decisionSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const { kind, item, value, detail, sawVersion, reason } = body.value
      const decision = { ref: { kind, item }, chosen: { value, detail, sawVersion }, reason }
      const decided = await decideKept(shell, editions, { key: keyOf(request), ...decision })
      return answered(decided, (version) => ({ version }))
    },
  }
}

const peopleSchema = z.strictObject({ people: z.array(z.string()) })

const allocateOperation: Operation = {
  ...inCase,
  id: 'allocate',
  method: 'PUT',
  path: `${ofCase}/people`,
  summary: 'Say who assesses a case',
  permission: 'case.allocate',
  audit: 'case.allocate',
  body: { schema: peopleSchema, example: { people: [] } },
  answer: peopleSchema,
  handle: async (request, shell) => {
    const body = readBody(peopleSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    return answered(await allocateCase(shell, keyOf(request), body.value.people), () => body.value)
  },
}

const placeSchema = z.strictObject({ place: z.string().max(100) })

const attendOperation: Operation = {
  ...inCase,
  id: 'attend',
  method: 'PUT',
  path: `${ofCase}/presence`,
  summary: 'Say that one has a case open, and learn who else has',
  permission: 'case.answer',
  audit: 'case.attend',
  body: { schema: placeSchema, example: { place: 'facts' } },
  answer: z.object({ others: z.array(z.object({ name: z.string(), place: z.string() })) }),
  handle: async (request, shell) => {
    const body = readBody(placeSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    const key = keyOf(request)
    if ((await findCase(shell.database, key)) === undefined) {
      return { kind: 'refused', problems: [caseNotFound(key)] }
    }
    const { personId } = shell.actor
    if (personId === undefined) return json({ others: [] })
    return json({ others: await attendCase(shell.database, key, personId, body.value.place, shell.now()) })
  },
}

export const permissionOfStep: Readonly<Record<CaseStep, Permission>> = {
  'hand-in': 'case.answer',
  'take-back': 'case.answer',
  return: 'case.check',
  sign: 'case.sign',
  reopen: 'case.reopen',
}

const commentSchema = z.strictObject({ comment: z.string().nullable().default(null) })

function stepOperation(editions: Editions, step: CaseStep): Operation {
  return {
    ...inCase,
    id: step,
    method: 'POST',
    path: `${ofCase}/steps/${step}`,
    summary: `Take the step “${step}” of a case`,
    permission: permissionOfStep[step],
    audit: `case.${step}`,
    body: { schema: commentSchema, example: { comment: 'Looked at with the case manager.' } },
    answer: progressSchema,
    problems: [
      { status: 409, description: 'The case does not stand where this step begins.' },
      { status: 422, description: 'The case is incomplete, or the words are missing.' },
    ],
    handle: async (request, shell) => {
      const body = readBody(commentSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const { comment } = body.value
      return answered(await takeCaseStep(shell, editions, keyOf(request), step, comment), (done) => done)
    },
  }
}
