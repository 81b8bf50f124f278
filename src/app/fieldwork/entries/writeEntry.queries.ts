/**
 * One write to one entry, in two round trips: the current value is locked and read, then everything that the write
 * leaves is stored. And the replies to requests with an idempotency key, to writes and to everything else that is done
 * to a case.
 */
import { sql } from 'kysely'
import { isOpen } from '../../../core/fieldwork/caseProgress.ts'
import type { EntryRef, EntryVersion } from '../../../core/fieldwork/entry.ts'
import type { AuditRow } from '../../../platform/audit.queries.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import { type InspectedCase, statusOf, versionOf, versionRow } from '../case/case.queries.ts'
import type { CaseKey } from '../case/caseKey.ts'

export type LockedEntry = {
  readonly inspected: CaseKey & Pick<InspectedCase, 'caseDomain' | 'editionId'>
  readonly caseIsOpen: boolean
  readonly current: EntryVersion | undefined
  /** The reply to the request that first used the key; undefined if none did. */
  readonly stored: StoredReply | undefined
}

/** `fingerprint` is that of the request. */
export type StoredReply = { readonly fingerprint: string; readonly reply: unknown }

type LockedRow = {
  readonly case_domain: string
  readonly edition_id: string
  readonly status: string | null
  readonly request_hash: string | null
  readonly answer: unknown
} & (
  | { readonly version: null }
  | {
      readonly version: number
      readonly value: string | null
      readonly detail: string | null
      readonly written_at: Date
      readonly written_by: string
      readonly person_id: string | null
    }
)

/**
 * Locks one entry of a case, and the case against every step, until the transaction ends: others can write its other
 * entries. Returns the entry with its case; undefined if there is no such case. `idempotencyKey` is null for a request
 * without one. The query is in migration 0026.
 */
export async function lockEntry(
  tx: Tx,
  key: CaseKey,
  { kind, item }: EntryRef,
  idempotencyKey: string | null,
): Promise<LockedEntry | undefined> {
  const { inspectionId, caseId } = key
  const { rows } = await sql<LockedRow>`
    select * from hold_entry(${inspectionId}, ${caseId}, ${kind}, ${item}, ${idempotencyKey})`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { case_domain: caseDomain, edition_id: editionId, request_hash: fingerprint, answer: reply } = row
  return {
    inspected: { ...key, caseDomain, editionId },
    caseIsOpen: isOpen({ status: statusOf(row.status) }),
    current: row.version === null ? undefined : versionOf(row),
    stored: fingerprint === null ? undefined : { fingerprint, reply },
  }
}

/** The idempotency key of a request. */
export type RequestKey = {
  readonly inspectionId: string
  readonly key: string
  /** Of everything that the request asks for. */
  readonly fingerprint: string
}

export type KeyWithReply = RequestKey & { readonly reply: unknown; readonly at: Date }

/** A value that becomes the current value of an entry, with its audit event and the reply to its request. */
export type SavedVersion = {
  readonly key: CaseKey
  readonly ref: EntryRef
  readonly entry: EntryVersion
  readonly audit: AuditRow
  readonly reply: KeyWithReply | undefined
}

/** Adds the value as the next version of its entry, with its audit event and the reply to its key: all or nothing. */
export async function insertSaved(tx: Tx, { key, ref, entry, audit, reply }: SavedVersion): Promise<void> {
  const logged = tx.with('logged', (also) => also.insertInto('audit_event').values(audit))
  const stored =
    reply === undefined
      ? logged
      : logged.with('answered', (also) => also.insertInto('write_key').values(keyRow(reply)))
  await stored
    .insertInto('entry_version')
    .values(versionRow(key, ref, entry))
    .execute()
}

/** Returns the reply to the request that first used the key, for work that locks no entry; undefined if none did. */
export async function findReply(tx: Tx, { inspectionId, key }: RequestKey): Promise<StoredReply | undefined> {
  return tx
    .selectFrom('write_key')
    .select(['request_hash as fingerprint', 'answer as reply'])
    .where('inspection_id', '=', inspectionId)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Stores the reply to the request of a key. */
export async function insertReply(tx: Tx, reply: KeyWithReply): Promise<void> {
  await tx.insertInto('write_key').values(keyRow(reply)).execute()
}

/** Returns how many were deleted. */
export async function deleteRepliesBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('write_key')
    .where('written_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function keyRow({ inspectionId, key, fingerprint, reply, at }: KeyWithReply) {
  return {
    inspection_id: inspectionId,
    key,
    request_hash: fingerprint,
    answer: JSON.stringify(reply),
    written_at: at,
  }
}
