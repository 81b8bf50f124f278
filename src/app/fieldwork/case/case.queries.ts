/** One inspected case as it is written to: its lock, its entries and their history, the values kept beside them. */
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
import { type CaseColumns, caseColumns } from './inspectedCase.queries.ts'

export type CaseKey = { readonly inspectionId: string; readonly caseId: string }
export type InspectedCase = CaseKey &
  CaseColumns & {
    readonly editionId: string
    readonly serviceName: string
    readonly madeUp: boolean
  }
export type KeptEntry = EntryRef & ConflictingValue & { readonly keptId: string }

/** The case, or undefined where the inspection has none of that name. */
export async function findCase(database: Connection, key: CaseKey): Promise<InspectedCase | undefined> {
  return caseRows(database, key).executeTakeFirst()
}

/** Holds the case until the transaction ends: nobody else writes to it or moves it. */
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

/** How far the case has come, and the number of steps it took. */
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

export function statusOf(text: string | null): CaseStatus {
  return caseStatuses.find((status) => status === text) ?? newCase.status
}

/** The current version of one entry, or undefined where there is none. */
export async function findEntry(
  database: Connection,
  key: CaseKey,
  ref: EntryRef,
): Promise<EntryVersion | undefined> {
  const row = await versionRows(database, key, ref).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && versionOf(row)
}

/** Every version of one entry, or those from one to another, both included; the oldest first. */
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

/** How long the texts of each version of one entry are, the oldest first. */
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

/** Known without reading the texts. */
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

/** The current entries of a case. */
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

export function kindOf(text: string | null): EntryKind {
  const kind = entryKinds.find((each) => each === text)
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

export async function insertKept(tx: Tx, key: CaseKey, kept: KeptEntry): Promise<void> {
  const { keptId, because, sawVersion, value, detail, author, at } = kept
  await tx
    .insertInto('kept_value')
    .values({
      ...rowOf(key, kept),
      kept_id: keptId,
      because,
      saw_version: sawVersion,
      value,
      detail,
      ...byRow(author, at),
    })
    .execute()
}

/** The values of a case that wait for a decision, or of one of its entries, the oldest first. */
export async function listKept(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  ref?: EntryRef,
): Promise<readonly KeptEntry[]> {
  let rows = database
    .selectFrom('kept_value as kept')
    .leftJoin('kept_value_decision as decision', (join) =>
      join
        .onRef('decision.inspection_id', '=', 'kept.inspection_id')
        .onRef('decision.kept_id', '=', 'kept.kept_id'),
    )
    .selectAll('kept')
    .where('kept.inspection_id', '=', inspectionId)
    .where('kept.case_id', '=', caseId)
    .where('decision.kept_id', 'is', null)
    // A value that saw a later version came later, whatever the clock said.
    .orderBy('kept.saw_version')
    .orderBy('kept.written_at')
  if (ref !== undefined) rows = rows.where('kept.kind', '=', ref.kind).where('kept.item', '=', ref.item)
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
  return conflictReasons.find((each) => each === text) ?? 'changed-meanwhile'
}

/** Records that the kept values were decided: which version stood, which stands now, and why. */
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
