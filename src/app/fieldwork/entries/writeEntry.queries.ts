/**
 * One write to one entry, in two round trips: what stands is held and read, then all that the write leaves is stored.
 * And what requests with an idempotency key were answered, of writes and of what else is done to a case.
 */
import { sql } from 'kysely'
import { isOpen } from '../../../core/fieldwork/caseProgress.ts'
import type { EntryRef, EntryVersion } from '../../../core/fieldwork/entry.ts'
import type { AuditRow } from '../../../platform/audit.queries.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import { type CaseKey, type InspectedCase, statusOf, versionOf, versionRow } from '../case/case.queries.ts'

export type HeldEntry = {
  readonly inspected: CaseKey & Pick<InspectedCase, 'caseDomain' | 'editionId'>
  readonly caseIsOpen: boolean
  readonly current: EntryVersion | undefined
  /** What the request that first used the key was answered; undefined where none did. */
  readonly answered: Answered | undefined
}

export type Answered = { readonly requestHash: string; readonly answer: unknown }

type HeldRow = {
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
 * Holds the case as it stands, and one of its entries, until the transaction ends: others may write its other
 * entries, none may move the case. `idempotencyKey` is null for a request without one. Migration 0026 has the look.
 */
export async function lockEntry(
  tx: Tx,
  key: CaseKey,
  { kind, item }: EntryRef,
  idempotencyKey: string | null,
): Promise<HeldEntry | undefined> {
  const { inspectionId, caseId } = key
  const { rows } = await sql<HeldRow>`
    select * from hold_entry(${inspectionId}, ${caseId}, ${kind}, ${item}, ${idempotencyKey})`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const { case_domain: caseDomain, edition_id: editionId, request_hash: requestHash, answer } = row
  return {
    inspected: { ...key, caseDomain, editionId },
    caseIsOpen: isOpen({ status: statusOf(row.status) }),
    current: row.version === null ? undefined : versionOf(row),
    answered: requestHash === null ? undefined : { requestHash, answer },
  }
}

/** The idempotency key of a request. */
export type UsedKey = {
  readonly inspectionId: string
  readonly key: string
  /** Of everything the request asked for. */
  readonly requestHash: string
}

type AnsweredKey = UsedKey & { readonly answer: unknown; readonly at: Date }

/** Adds the value as the entry's next version, with its audit event and the answer to its key: all or nothing. */
export async function insertSaved(
  tx: Tx,
  key: CaseKey,
  ref: EntryRef,
  entry: EntryVersion,
  { audit, answered }: { readonly audit: AuditRow; readonly answered: AnsweredKey | undefined },
): Promise<void> {
  const logged = tx.with('logged', (also) => also.insertInto('audit_event').values(audit))
  const stored =
    answered === undefined
      ? logged
      : logged.with('answered', (also) => also.insertInto('write_key').values(keyRow(answered)))
  await stored
    .insertInto('entry_version')
    .values(versionRow(key, ref, entry))
    .execute()
}

/** What the request that first used the key was answered, where no entry is held; undefined where none did. */
export async function findAnswer(tx: Tx, { inspectionId, key }: UsedKey): Promise<Answered | undefined> {
  return tx
    .selectFrom('write_key')
    .select(['request_hash as requestHash', 'answer'])
    .where('inspection_id', '=', inspectionId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function insertAnswer(tx: Tx, answered: AnsweredKey): Promise<void> {
  await tx.insertInto('write_key').values(keyRow(answered)).execute()
}

/** Gives back how many. */
export async function deleteAnswersBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('write_key')
    .where('written_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function keyRow({ inspectionId, key, requestHash, answer, at }: AnsweredKey) {
  return {
    inspection_id: inspectionId,
    key,
    request_hash: requestHash,
    answer: JSON.stringify(answer),
    written_at: at,
  }
}
