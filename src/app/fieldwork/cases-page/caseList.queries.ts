/** All cases of an inspection at once, and who has one of them open. */

import type { NotNull } from 'kysely'
import type { CaseProgress } from '../../../core/fieldwork/caseProgress.ts'
import type { StoredEntry } from '../../../core/fieldwork/currentEntries.ts'
import type { EntryRef } from '../../../core/fieldwork/entry.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { kindOf, statusOf } from '../case/case.queries.ts'
import type { CaseKey } from '../case/caseKey.ts'
import { type CaseColumns, caseColumns } from '../case/inspectedCase.queries.ts'

/** An inspected case with its progress and its assessors. */
export type CaseSummary = CaseColumns & {
  readonly progress: CaseProgress
  readonly assigned: readonly { readonly personId: string; readonly name: string }[]
}

/** Returns the cases of an inspection in the order of their ids, without those withdrawn. */
export async function listCases(database: Connection, inspectionId: string): Promise<readonly CaseSummary[]> {
  const rows = await database
    .selectFrom('inspected_case')
    .leftJoin('current_step as step', (join) =>
      join
        .onRef('step.inspection_id', '=', 'inspected_case.inspection_id')
        .onRef('step.case_id', '=', 'inspected_case.case_id'),
    )
    .select([...caseColumns, 'step.status', 'step.round'])
    .where('inspected_case.inspection_id', '=', inspectionId)
    .orderBy('inspected_case.case_id')
    .execute()
  const assigned = await listAssignments(database, inspectionId)
  return rows
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ status, round, ...columns }) => ({
      ...columns,
      progress: { status: statusOf(status), round: round ?? 1 },
      assigned: assigned.get(columns.caseId) ?? [],
    }))
}

async function listAssignments(database: Connection, inspectionId: string) {
  const rows = await database
    .selectFrom('case_assignment')
    .innerJoin('person', 'person.person_id', 'case_assignment.person_id')
    .select(['case_assignment.case_id as caseId', 'person.person_id as personId', 'person.name'])
    .where('case_assignment.inspection_id', '=', inspectionId)
    .orderBy('person.name')
    .execute()
  return Map.groupBy(rows, ({ caseId }) => caseId)
}

/** Returns the current answers and facts of every case of an inspection, by the id of the case. */
export async function listEntriesOfAll(
  database: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, readonly StoredEntry[]>> {
  const rows = await database
    .selectFrom('current_entry')
    .select([
      'case_id',
      'kind',
      'item',
      'version',
      'value',
      'detail',
      'written_at',
      'written_by',
      'person_id',
    ])
    .$narrowType<{
      case_id: NotNull
      item: NotNull
      version: NotNull
      written_at: NotNull
      written_by: NotNull
    }>()
    .where('inspection_id', '=', inspectionId)
    .where('kind', 'in', ['answer', 'fact'])
    .execute()
  const entries = rows.map((row) => ({
    caseId: row.case_id,
    kind: kindOf(row.kind),
    item: row.item,
    version: row.version,
    value: row.value,
    detail: row.detail,
    author: { personId: row.person_id, name: row.written_by },
    at: row.written_at.toISOString(),
  }))
  return Map.groupBy(entries, ({ caseId }) => caseId)
}

/** Returns the entries with a conflict that is not resolved, by the id of their case. */
export async function listEntriesInConflict(
  database: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, readonly EntryRef[]>> {
  const rows = await database
    .selectFrom('kept_value as conflicting')
    .leftJoin('kept_value_decision as decision', (join) =>
      join
        .onRef('decision.inspection_id', '=', 'conflicting.inspection_id')
        .onRef('decision.kept_id', '=', 'conflicting.kept_id'),
    )
    .select(['conflicting.case_id', 'conflicting.kind', 'conflicting.item'])
    .distinct()
    .where('conflicting.inspection_id', '=', inspectionId)
    .where('decision.kept_id', 'is', null)
    .execute()
  const refs = rows.map((row) => ({ caseId: row.case_id, kind: kindOf(row.kind), item: row.item }))
  return Map.groupBy(refs, ({ caseId }) => caseId)
}

/** Someone who has a case open, and which page of it. */
export type Presence = { readonly name: string; readonly place: string }

type Visitor = { readonly personId: string; readonly now: Date }

/** Records that the person has `place` of the case open. Returns who else has the case open. */
export async function recordPresence(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  { personId, place, now }: Visitor & { readonly place: string },
): Promise<readonly Presence[]> {
  const seen = { place, seen_at: now }
  await database
    .insertInto('case_presence')
    .values({ inspection_id: inspectionId, case_id: caseId, person_id: personId, ...seen })
    .onConflict((conflict) => conflict.columns(['inspection_id', 'case_id', 'person_id']).doUpdateSet(seen))
    .execute()
  return listPresent(database, { inspectionId, caseId }, { personId, now })
}

/** Returns who else has the case open, and which page of it: not `personId`. */
export async function listPresent(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  { personId, now }: Visitor,
): Promise<readonly Presence[]> {
  return (
    database
      .selectFrom('case_presence')
      .innerJoin('person', 'person.person_id', 'case_presence.person_id')
      .select(['person.name', 'case_presence.place'])
      .where('inspection_id', '=', inspectionId)
      .where('case_id', '=', caseId)
      .where('case_presence.person_id', '<>', personId)
      .where('seen_at', '>', new Date(now.getTime() - presentMs))
      // Seen in the future: before the clock was set back.
      .where('seen_at', '<', new Date(now.getTime() + presentMs))
      .orderBy('person.name')
      .execute()
  )
}

/** Pages report every 20 seconds that they are open. */
const presentMs = 60_000

/** Returns how many were deleted. */
export async function deletePresenceBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('case_presence')
    .where('seen_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
