/** Cases as a whole: the list, one with all its entries, and who has it open. */
import { z } from 'zod'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import { missingKinds } from '../../../core/fieldwork/whatIsMissing.ts'
import { answered, type Operation, readBody } from '../../../platform/http/api/operation.ts'
import type { Reply, RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { inInspection } from '../../layout/api/inInspection.ts'
import { findCase } from '../case/case.queries.ts'
import { caseColumnsShape } from '../case/inspectedCase.queries.ts'
import { loadCase } from '../case/loadCase.ts'
import { type Attendance, attendCase, listPresent } from '../cases-page/caseList.queries.ts'
import { listCaseRows } from '../cases-page/listCaseRows.ts'
import { pulledApart } from '../entries/pulledApart.ts'
import { caseNotFound } from '../entries/writeEntry.ts'
import {
  entrySchema,
  inCase,
  keptSchema,
  keyOf,
  ofCase,
  ofInspection,
  personSchema,
  progressSchema,
  readsCase,
} from './caseParts.ts'

const tag = 'Cases'

export function caseOperations(editions: Editions): readonly Operation[] {
  return [listOperation(editions), readOperation(editions), presenceOperation, attendOperation]
}

function listOperation(editions: Editions): Operation {
  const row = progressSchema.extend({
    ...caseColumnsShape.shape,
    assigned: z.array(personSchema.extend({ conflictOfInterest: z.boolean() })),
    missing: z.int(),
  })
  return {
    ...inInspection,
    ...readsCase,
    id: 'list-cases',
    tag,
    path: `${ofInspection}/cases`,
    summary: 'List the inspected cases of an inspection',
    answer: z.object({
      cases: z.array(row),
      /** How many cases are left out, because a conflict of interest bars whoever asks from them. */
      withheld: z.int(),
    }),
    handle: async (request, shell) =>
      answered(await listCaseRows(shell, editions, keyOf(request).inspectionId), ({ rows, withheld }) => ({
        cases: rows.map((row) => ({
          ...caseColumnsShape.parse(row),
          ...row.progress,
          assigned: row.assigned.map(({ personId, name, isBarred }) => ({
            personId,
            name,
            conflictOfInterest: isBarred,
          })),
          missing: row.missing.length,
        })),
        withheld,
      })),
  }
}

const caseSchema = progressSchema.extend({
  ...caseColumnsShape.shape,
  edition: z.string(),
  entries: z.array(entrySchema),
  kept: z.array(keptSchema),
  missing: z.array(z.object({ kind: z.enum(entryKinds), item: z.string(), lacks: z.enum(missingKinds) })),
  /** Key questions whose judgement and prompts pull apart. */
  warnings: z.array(z.object({ keyQuestion: z.string(), text: z.string() })),
})

function readOperation(editions: Editions): Operation {
  return {
    ...inCase,
    ...readsCase,
    id: 'read-case',
    tag,
    path: ofCase,
    summary:
      'Read a case with everything that was said about it, what is missing and what waits for a decision',
    answer: caseSchema,
    handle: async (request, shell) =>
      answered(await loadCase(shell, editions, keyOf(request)), (loaded) => ({
        ...caseColumnsShape.parse(loaded.inspected),
        edition: loaded.edition.id,
        ...loaded.progress,
        entries: loaded.entries.all,
        kept: loaded.kept,
        missing: loaded.missing,
        warnings: pulledApart(loaded),
      })),
  }
}

const attendanceSchema = z.object({ name: z.string(), place: z.string() })

const presenceOperation: Operation = {
  ...inCase,
  ...readsCase,
  id: 'read-presence',
  tag,
  path: `${ofCase}/presence`,
  summary: 'Read who else has a case open, and which part of it',
  answer: z.object({ others: z.array(attendanceSchema) }),
  handle: (request, shell) =>
    others(request, shell, (personId) => listPresent(shell.database, keyOf(request), personId, shell.now())),
}

const placeSchema = z.strictObject({ place: z.string().max(100) })

const attendOperation: Operation = {
  ...presenceOperation,
  id: 'attend',
  method: 'PUT',
  summary: 'Report that you have a case open, and read who else has',
  permission: 'case.answer',
  audit: 'case.attend',
  body: { schema: placeSchema, example: { place: 'facts' } },
  handle: async (request, shell) => {
    const body = readBody(placeSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    return others(request, shell, (personId) =>
      attendCase(shell.database, keyOf(request), personId, body.value.place, shell.now()),
    )
  },
}

/** Who else has the case open: `list` tells it for the person who asks. */
async function others(
  request: RouteRequest,
  { database, actor }: Shell,
  list: (personId: string) => Promise<readonly Attendance[]>,
): Promise<Reply> {
  const key = keyOf(request)
  if ((await findCase(database, key)) === undefined) {
    return { kind: 'refused', problems: [caseNotFound(key)] }
  }
  const present = actor.personId === undefined ? [] : await list(actor.personId)
  return { kind: 'json', body: { others: present } }
}
