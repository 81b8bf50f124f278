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
import { caseKeyOf, caseNotFound } from '../case/caseKey.ts'
import { caseColumnsShape } from '../case/inspectedCase.queries.ts'
import { loadCase } from '../case/loadCase.ts'
import { listPresent, type Presence, recordPresence } from '../cases-page/caseList.queries.ts'
import { listCaseRows } from '../cases-page/listCaseRows.ts'
import { contradictedJudgements } from '../entries/contradictedJudgements.ts'
import {
  conflictingSchema,
  entrySchema,
  inCase,
  ofCase,
  ofInspection,
  personSchema,
  progressSchema,
  readsCase,
} from './caseParts.ts'

const tag = 'Cases'

/** Returns the operations that read cases, and who has them open. */
export function caseOperations(editions: Editions): readonly Operation[] {
  return [listOperation(editions), readOperation(editions), readPresenceOperation, recordPresenceOperation]
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
      /** How many cases are left out, because you have a conflict of interest with them. */
      withheld: z.int(),
    }),
    handle: async (request, shell) =>
      answered(
        await listCaseRows(shell, editions, caseKeyOf(request).inspectionId),
        ({ rows, withheld }) => ({
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
        }),
      ),
  }
}

const caseSchema = progressSchema.extend({
  ...caseColumnsShape.shape,
  edition: z.string(),
  entries: z.array(entrySchema),
  /** The values of conflicts that are not resolved. */
  kept: z.array(conflictingSchema),
  missing: z.array(z.object({ kind: z.enum(entryKinds), item: z.string(), lacks: z.enum(missingKinds) })),
  /** Key questions whose judgement does not match the prompts. */
  warnings: z.array(z.object({ keyQuestion: z.string(), text: z.string() })),
})

function readOperation(editions: Editions): Operation {
  return {
    ...inCase,
    ...readsCase,
    id: 'read-case',
    tag,
    path: ofCase,
    summary: 'Read a case with its entries, its conflicts and what is missing',
    answer: caseSchema,
    handle: async (request, shell) =>
      answered(await loadCase(shell, editions, caseKeyOf(request)), (loaded) => ({
        ...caseColumnsShape.parse(loaded.inspected),
        edition: loaded.edition.id,
        ...loaded.progress,
        entries: loaded.entries.all,
        kept: loaded.conflicting,
        missing: loaded.missing.map(({ kind, item, missing }) => ({ kind, item, lacks: missing })),
        warnings: contradictedJudgements(loaded),
      })),
  }
}

const presenceSchema = z.object({ name: z.string(), place: z.string() })

const readPresenceOperation: Operation = {
  ...inCase,
  ...readsCase,
  id: 'read-presence',
  tag,
  path: `${ofCase}/presence`,
  summary: 'Read who else has a case open, and which page of it',
  answer: z.object({ others: z.array(presenceSchema) }),
  handle: (request, shell) =>
    others(request, shell, (personId) =>
      listPresent(shell.database, caseKeyOf(request), { personId, now: shell.now() }),
    ),
}

const placeSchema = z.strictObject({ place: z.string().max(100) })

const recordPresenceOperation: Operation = {
  ...readPresenceOperation,
  id: 'attend',
  method: 'PUT',
  summary: 'Report that you have a case open, and read who else has it open',
  permission: 'case.answer',
  audit: 'case.attend',
  body: { schema: placeSchema, example: { place: 'facts' } },
  handle: async (request, shell) => {
    const body = readBody(placeSchema, request)
    if (!body.ok) return { kind: 'refused', problems: body.problems }
    return others(request, shell, (personId) =>
      recordPresence(shell.database, caseKeyOf(request), {
        personId,
        place: body.value.place,
        now: shell.now(),
      }),
    )
  },
}

/** Returns who else has the case open, as `list` finds them for the person who asks. */
async function others(
  request: RouteRequest,
  { database, actor }: Shell,
  list: (personId: string) => Promise<readonly Presence[]>,
): Promise<Reply> {
  const key = caseKeyOf(request)
  if ((await findCase(database, key)) === undefined) {
    return { kind: 'refused', problems: [caseNotFound(key)] }
  }
  const present = actor.personId === undefined ? [] : await list(actor.personId)
  return { kind: 'json', body: { others: present } }
}
