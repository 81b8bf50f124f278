/** The history of a case, and resolving its conflicts. */

import { z } from 'zod'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import { answered, type Operation, readBody } from '../../../platform/http/api/operation.ts'
import { pageOf, pageParameters, pageSchema } from '../../../platform/http/api/paging.ts'
import type { Reply } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inInspection } from '../../layout/api/inInspection.ts'
import { findCase, listVersionSizes, listVersions } from '../case/case.queries.ts'
import { type CaseKey, caseKeyOf, caseNotFound } from '../case/caseKey.ts'
import { ofReadableCases } from '../case/readableCases.ts'
import { listEntriesInConflict } from '../cases-page/caseList.queries.ts'
import { resolveConflict } from '../conflicts/resolveConflict.ts'
import { orderHistory, readHistory } from '../history/caseHistory.queries.ts'
import { problem } from '../problems.ts'
import {
  idempotencyKeyOf,
  inCase,
  kindParameter,
  ofCase,
  ofInspection,
  readsCase,
  versionSchema,
} from './caseParts.ts'
import { exampleQuestions } from './exampleQuestions.ts'

/** Returns the operations on histories and conflicts. */
export function conflictOperations(editions: Editions): readonly Operation[] {
  const { prompt } = exampleQuestions(editions)
  return [
    historyOperation,
    entryHistoryOperation(prompt),
    listConflictsOperation,
    resolveOperation(editions, prompt),
  ]
}

const historySchema = z.object({
  kind: z.enum(entryKinds),
  item: z.string(),
  /** Null for a value that was saved as a conflict. */
  version: z.int().nullable(),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  decided: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string().nullable() }).nullable(),
})

const historyOperation: Operation = {
  ...inCase,
  ...readsCase,
  id: 'read-case-history',
  tag: 'History and conflicts',
  path: `${ofCase}/history`,
  summary:
    'Read every value that was ever written about a case, oldest first, with how conflicts were resolved',
  parameters: [...inCase.parameters, ...pageParameters],
  answer: pageSchema.extend({ lines: z.array(historySchema) }),
  handle: async (request, shell) => {
    const key = caseKeyOf(request)
    if ((await findCase(shell.database, key)) === undefined) return notFound(key)
    const places = (await orderHistory(shell.database, key)).toReversed()
    const { items, ...page } = pageOf(places, request, bytesOf)
    const lines = (await readHistory(shell.database, key, items)).map(
      ({ id: _id, isCut: _isCut, ...line }) => line,
    )
    return { kind: 'json', body: { ...page, lines } }
  },
}

function entryHistoryOperation(prompt: string): Operation {
  return {
    ...inCase,
    ...readsCase,
    id: 'read-history',
    tag: 'History and conflicts',
    path: `${ofCase}/history/{kind}/{item}`,
    summary: 'Read every value that one entry of a case ever had, oldest first',
    parameters: [
      ...inCase.parameters,
      kindParameter,
      { name: 'item', description: 'The id of the question or fact.', example: prompt },
      ...pageParameters,
    ],
    answer: pageSchema.extend({ versions: z.array(versionSchema) }),
    handle: async (request, { database }) => {
      const key = caseKeyOf(request)
      const { kind: wanted = '', item = '' } = request.params
      const kind = entryKinds.find((known) => known === wanted)
      if (kind === undefined) return { kind: 'refused', problems: [problem('request.not-found', {})] }
      if ((await findCase(database, key)) === undefined) return notFound(key)
      const ref = { kind, item }
      const sizes = await listVersionSizes(database, key, ref)
      const { items, ...page } = pageOf(sizes, request, bytesOf)
      const [from = 0, to = 0] = [items[0]?.version, items.at(-1)?.version]
      return {
        kind: 'json',
        body: { ...page, versions: await listVersions(database, key, ref, { from, to }) },
      }
    },
  }
}

function bytesOf({ bytes }: { readonly bytes: number }): number {
  return bytes
}

function notFound(key: CaseKey): Reply {
  return { kind: 'refused', problems: [caseNotFound(key)] }
}

const listConflictsOperation: Operation = {
  ...inInspection,
  ...readsCase,
  id: 'list-conflicts',
  tag: 'History and conflicts',
  path: `${ofInspection}/conflicts`,
  summary: 'List the conflicts of all cases; read a case for their values',
  answer: z.object({
    conflicts: z.array(z.object({ caseId: z.string(), kind: z.enum(entryKinds), item: z.string() })),
  }),
  handle: async (request, shell) => {
    const { inspectionId } = caseKeyOf(request)
    const contested = [...(await listEntriesInConflict(shell.database, inspectionId))].flatMap(
      ([caseId, refs]) => refs.map(({ kind, item }) => ({ caseId, kind, item })),
    )
    const conflicts = (await ofReadableCases(shell, inspectionId, contested)).toSorted((conflict, other) =>
      conflict.caseId < other.caseId ? -1 : conflict.caseId > other.caseId ? 1 : 0,
    )
    return { kind: 'json', body: { conflicts } }
  },
}

const decisionSchema = z.strictObject({
  kind: z.enum(entryKinds),
  item: z.string(),
  value: z.string().nullable(),
  detail: z.string().nullable().default(null),
  sawVersion: z.int().nonnegative(),
  reason: z.string().nullable().default(null),
})

function resolveOperation(editions: Editions, prompt: string): Operation {
  return {
    ...inCase,
    id: 'decide',
    tag: 'History and conflicts',
    method: 'POST',
    path: `${ofCase}/decisions`,
    summary: 'Resolve a conflict between the values of one entry',
    permission: 'case.decide',
    audit: 'case.decide',
    repeatable: true,
    body: {
      schema: decisionSchema,
      example: {
        kind: 'answer',
        item: prompt,
        value: 'no',
        sawVersion: 1,
        reason: 'We read the case file together.',
      },
    },
    answer: z.object({ version: z.int() }),
    problems: [
      'fieldwork.case-not-found',
      'fieldwork.conflict-not-found',
      'fieldwork.conflict-moved-on',
      'fieldwork.case-frozen',
      'fieldwork.question-not-asked',
      'fieldwork.fact-not-found',
      'fieldwork.value-not-allowed',
      'fieldwork.age-impossible',
      'fieldwork.time-impossible',
      'fieldwork.time-skipped',
      'fieldwork.text-unreadable',
      'fieldwork.reason-missing',
    ],
    handle: async (request, shell) => {
      const body = readBody(decisionSchema, request)
      if (!body.ok) return { kind: 'refused', problems: body.problems }
      const { kind, item, value, detail, sawVersion, reason } = body.value
      const decision = { ref: { kind, item }, chosen: { value, detail, sawVersion }, reason }
      const sent = { key: caseKeyOf(request), idempotencyKey: idempotencyKeyOf(request) }
      return answered(await resolveConflict(shell, editions, { ...sent, ...decision }), (version) => ({
        version,
      }))
    },
  }
}
