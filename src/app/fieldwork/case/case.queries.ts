/** One inspected case as it is written to: its lock, its entries and their history, and the values in conflict with them. */
import { type NotNull, sql } from 'kysely'
import type { CaseProgress, CaseStatus } from '../../../core/fieldwork/caseProgress.ts'
import { caseStatuses, newCase } from '../../../core/fieldwork/caseProgress.ts'
import type { StoredEntry } from '../../../core/fieldwork/currentEntries.ts'
import type { ConflictingValue, ConflictReason } from '../../../core/fieldwork/decideWrite.ts'
import { conflictReasons } from '../../../core/fieldwork/decideWrite.ts'
import {
  type Author,
  type EntryKind,
  type EntryRef,
  type EntryVersion,
  entryKinds,
} from '../../../core/fieldwork/entry.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { CaseKey } from './caseKey.ts'
import { type CaseColumns, caseColumns } from './inspectedCase.queries.ts'

export type InspectedCase = CaseKey &
  CaseColumns & {
    readonly editionId: string
    readonly serviceName: string
    readonly madeUp: boolean
  }

/** A value that is in conflict with the current value of its entry. */
export type ConflictingEntry = EntryRef & ConflictingValue & { readonly keptId: string }

/** Returns the case; undefined if the inspection has none of that id. */
export async function findCase(database: Connection, key: CaseKey): Promise<InspectedCase | undefined> {
  return caseRows(database, key).executeTakeFirst()
}

/** Locks the case until the transaction ends: nobody else writes to it or takes a step with it. Returns as `findCase`. */
export async function lockCaseToMove(tx: Tx, key: CaseKey): Promise<InspectedCase | undefined> {
  return caseRows(tx, key).forUpdate('inspected_case').executeTakeFirst()
}

function caseRows(database: Connection, { inspectionId, caseId }: CaseKey) {
  return database
    .selectFrom('inspected_case')
    .innerJoin('inspection', 'inspection.inspection_id', 'inspected_case.inspection_id')
    .innerJoin('service', 'service.service_id', 'inspection.service_id')
    .select([
      ...caseColumns,
      'inspected_case.inspection_id as inspectionId',
      'inspection.edition_id as editionId',
      'service.name as serviceName',
      'inspection.made_up as madeUp',
    ])
    .where('inspected_case.inspection_id', '=', inspectionId)
    .where('inspected_case.case_id', '=', caseId)
}

/** Returns how far the case has come, and how many steps it took. */
export async function findProgress(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
): Promise<{ readonly progress: CaseProgress; readonly steps: number }> {
  const row = await database
    .selectFrom('case_step')
    .select(['position', 'status', 'round'])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { progress: newCase, steps: 0 }
  return { progress: { status: statusOf(row.status), round: row.round }, steps: row.position }
}

/** Returns a stored status; that of a new case if there is none. */
export function statusOf(text: string | null): CaseStatus {
  return caseStatuses.find((status) => status === text) ?? newCase.status
}

/** Returns the current version of one entry; undefined if there is none. */
export async function findEntry(
  database: Connection,
  key: CaseKey,
  ref: EntryRef,
): Promise<EntryVersion | undefined> {
  const row = await versionRows(database, key, ref).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && versionOf(row)
}

/** Returns every version of one entry, or those of `part`, its ends included; the oldest first. */
export async function listVersions(
  database: Connection,
  key: CaseKey,
  ref: EntryRef,
  part?: { readonly from: number; readonly to: number },
): Promise<readonly EntryVersion[]> {
  let rows = versionRows(database, key, ref).orderBy('version')
  if (part !== undefined) rows = rows.where('version', '>=', part.from).where('version', '<=', part.to)
  return (await rows.execute()).map(versionOf)
}

/** Returns how long the texts of each version of one entry are, the oldest first. */
export async function listVersionSizes(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  { kind, item }: EntryRef,
): Promise<readonly { readonly version: number; readonly bytes: number }[]> {
  return database
    .selectFrom('entry_version')
    .select(['version', bytesOfTexts])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('item', '=', item)
    .orderBy('version')
    .execute()
}

/** The length of a value's texts, for which the texts are not read. */
export const bytesOfTexts =
  sql<number>`coalesce(octet_length(value), 0) + coalesce(octet_length(detail), 0)`.as('bytes')

function versionRows(database: Connection, { inspectionId, caseId }: CaseKey, { kind, item }: EntryRef) {
  return database
    .selectFrom('entry_version')
    .select(['version', 'value', 'detail', 'written_at', 'written_by', 'person_id'])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('item', '=', item)
}

type WrittenRow = {
  readonly value: string | null
  readonly detail: string | null
  readonly written_at: Date
  readonly written_by: string
  readonly person_id: string | null
}

/** Returns a version of an entry from its row. */
export function versionOf(row: WrittenRow & { readonly version: number }): EntryVersion {
  return { version: row.version, ...writtenOf(row) }
}

function writtenOf(row: WrittenRow) {
  return {
    value: row.value,
    detail: row.detail,
    author: { personId: row.person_id, name: row.written_by },
    at: row.written_at.toISOString(),
  }
}

/** Returns the current entries of a case. */
export async function listEntries(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
): Promise<readonly StoredEntry[]> {
  const rows = await database
    .selectFrom('current_entry')
    .select(['kind', 'item', 'version', 'value', 'detail', 'written_at', 'written_by', 'person_id'])
    .$narrowType<{ item: NotNull; version: NotNull; written_at: NotNull; written_by: NotNull }>()
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((row) => ({ kind: kindOf(row.kind), item: row.item, ...versionOf(row) }))
}

/** Returns a stored kind of entry. Throws for one that does not exist. */
export function kindOf(text: string | null): EntryKind {
  const kind = entryKinds.find((known) => known === text)
  if (kind === undefined) throw new Error(`no kind of entry is called ${text}`)
  return kind
}

/** Adds the value as the entry's next version. */
export async function insertVersion(tx: Tx, key: CaseKey, ref: EntryRef, entry: EntryVersion): Promise<void> {
  await tx
    .insertInto('entry_version')
    .values(versionRow(key, ref, entry))
    .execute()
}

/** Returns the row of a version of an entry. */
export function versionRow(
  key: CaseKey,
  ref: EntryRef,
  { version, value, detail, author, at }: EntryVersion,
) {
  return { ...rowOf(key, ref), version, value, detail, ...byRow(author, at) }
}

function rowOf({ inspectionId, caseId }: CaseKey, { kind, item }: EntryRef) {
  return { inspection_id: inspectionId, case_id: caseId, kind, item }
}

function byRow(author: Author, at: string) {
  return { written_at: at, written_by: author.name, person_id: author.personId }
}

/** Adds a value that is in conflict with the current value of its entry. */
export async function insertConflictingValue(
  tx: Tx,
  key: CaseKey,
  conflicting: ConflictingEntry,
): Promise<void> {
  const { keptId, because, sawVersion, value, detail, author, at } = conflicting
  await tx
    .insertInto('kept_value')
    .values({
      ...rowOf(key, conflicting),
      kept_id: keptId,
      because,
      saw_version: sawVersion,
      value,
      detail,
      ...byRow(author, at),
    })
    .execute()
}

/** Returns the values of a case, or of one of its entries, whose conflict is not resolved; the oldest first. */
export async function listConflictingValues(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  ref?: EntryRef,
): Promise<readonly ConflictingEntry[]> {
  let rows = database
    .selectFrom('kept_value as conflicting')
    .leftJoin('kept_value_decision as decision', (join) =>
      join
        .onRef('decision.inspection_id', '=', 'conflicting.inspection_id')
        .onRef('decision.kept_id', '=', 'conflicting.kept_id'),
    )
    .selectAll('conflicting')
    .where('conflicting.inspection_id', '=', inspectionId)
    .where('conflicting.case_id', '=', caseId)
    .where('decision.kept_id', 'is', null)
    // A value that saw a later version came later, whatever the clock said.
    .orderBy('conflicting.saw_version')
    .orderBy('conflicting.written_at')
  if (ref !== undefined)
    rows = rows.where('conflicting.kind', '=', ref.kind).where('conflicting.item', '=', ref.item)
  return (await rows.execute()).map((row) => ({
    kind: kindOf(row.kind),
    item: row.item,
    keptId: row.kept_id,
    because: becauseOf(row.because),
    sawVersion: row.saw_version,
    ...writtenOf(row),
  }))
}

function becauseOf(text: string): ConflictReason {
  return conflictReasons.find((known) => known === text) ?? 'changed-meanwhile'
}

/** Records that the conflict of these values was resolved: the version that was current, the version that is now, and why. */
export async function insertDecisions(
  tx: Tx,
  { inspectionId }: CaseKey,
  keptIds: readonly string[],
  decision: {
    readonly sawVersion: number
    readonly version: number
    readonly reason: string | null
    readonly author: Author
    readonly at: string
  },
): Promise<void> {
  const { sawVersion, version, reason, author, at } = decision
  await tx
    .insertInto('kept_value_decision')
    .values(
      keptIds.map((keptId) => ({
        inspection_id: inspectionId,
        kept_id: keptId,
        saw_version: sawVersion,
        version,
        reason,
        decided_at: at,
        decided_by: author.name,
        person_id: author.personId,
      })),
    )
    .execute()
}
