/** Writing one entry of a case: everything that is acknowledged is stored, as the current value or as a conflict with it. */
import { z } from 'zod'
import { checkEntry } from '../../../core/fieldwork/checkEntry.ts'
import {
  type BarredBecause,
  type ConflictReason,
  conflictReasons,
  decideWrite,
} from '../../../core/fieldwork/decideWrite.ts'
import {
  type EntryRef,
  type EntryVersion,
  type EntryWrite,
  entryName,
  sameValue,
} from '../../../core/fieldwork/entry.ts'
import type { ProblemCode } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { type AuditEvent, auditRow, recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import { newId } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pinnedEdition } from '../../framework/inspectionEdition.ts'
import { type ConflictingEntry, insertConflictingValue, listConflictingValues } from '../case/case.queries.ts'
import { authorOf, type CaseKey, caseNotFound } from '../case/caseKey.ts'
import { replayReply, requestKeyOf } from './replyOnce.ts'
import {
  insertReply,
  insertSaved,
  type LockedEntry,
  lockEntry,
  type RequestKey,
} from './writeEntry.queries.ts'

const versionSchema = z.object({
  version: z.int(),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  author: z.object({ personId: z.string().nullable(), name: z.string() }),
  at: z.string(),
})

/** Also stored as the reply to a request with a key: names that are stored do not change. */
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), entry: versionSchema }),
  z.object({ kind: z.literal('same'), entry: versionSchema.nullable() }),
  z.object({
    kind: z.literal('kept'),
    because: z.enum(conflictReasons),
    keptId: z.string(),
    entry: versionSchema.nullable(),
  }),
])

/** What happened to a write. `kept`: it was saved as a conflict. `entry` is the current value; null if there is none. */
export type WriteOutcome = z.infer<typeof outcomeSchema>

/** The problem that explains to the author of a value why it is in conflict. */
export const problemOfConflict = {
  'changed-meanwhile': 'fieldwork.changed-meanwhile',
  'case-frozen': 'fieldwork.case-frozen',
  'right-taken-away': 'fieldwork.right-taken-away',
  'conflict-of-interest': 'fieldwork.kept-in-conflict',
} as const satisfies Readonly<Record<ConflictReason, ProblemCode>>

export type WriteRequest = {
  readonly key: CaseKey
  readonly ref: EntryRef
  readonly write: EntryWrite
  /** The same key with the same content gets the same reply and writes nothing again. */
  readonly idempotencyKey: string | null
}

/** Writes one entry. Refuses a case, a question or a value that does not exist; everything else is stored. */
export async function writeEntry(
  shell: Shell,
  editions: Editions,
  request: WriteRequest,
): Promise<Result<WriteOutcome>> {
  return write(shell, editions, request, null)
}

/**
 * Saves one entry of someone who once had permission to write it, as a conflict. It never becomes the current value by
 * itself. Refuses as `writeEntry` does.
 */
export async function proposeEntry(
  shell: Shell,
  editions: Editions,
  request: WriteRequest,
  because: BarredBecause,
): Promise<Result<WriteOutcome>> {
  return write(shell, editions, request, because)
}

async function write(
  shell: Shell,
  editions: Editions,
  request: WriteRequest,
  authorBarred: BarredBecause | null,
): Promise<Result<WriteOutcome>> {
  return shell.transact(async (tx) => {
    const requestKey = keyOf(shell, request)
    const locked = await lockEntry(tx, request.key, request.ref, requestKey?.key ?? null)
    if (locked === undefined) return refuse(caseNotFound(request.key))
    const { inspected, stored } = locked
    const edition = pinnedEdition(editions, { id: request.key.inspectionId, editionId: inspected.editionId })
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, inspected.caseDomain, request.ref, request.write)
    if (!checked.ok) return checked
    if (stored !== undefined) {
      return withoutOthers(replayReply(stored, requestKey, outcomeSchema), authorBarred)
    }
    const entryWrite = { ...checked.value, sawVersion: request.write.sawVersion }
    return done(await store(tx, shell, { ...request, write: entryWrite, requestKey, authorBarred }, locked))
  })
}

function keyOf(
  shell: Shell,
  { key, ref, write: sent, idempotencyKey }: WriteRequest,
): RequestKey | undefined {
  const content = [key.caseId, ref.kind, ref.item, sent.value, sent.detail, sent.sawVersion]
  return requestKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, content })
}

/** Returns a reply without what others wrote, if its author can no longer read that. */
function withoutOthers(
  replayed: Result<WriteOutcome>,
  authorBarred: BarredBecause | null,
): Result<WriteOutcome> {
  if (!replayed.ok || authorBarred === null || replayed.value.kind === 'saved') return replayed
  const outcome = replayed.value
  if (outcome.kind === 'same') return done({ ...outcome, entry: null })
  return done({ ...outcome, because: authorBarred, entry: null })
}

type CheckedWrite = WriteRequest & {
  readonly requestKey: RequestKey | undefined
  readonly authorBarred: BarredBecause | null
}

async function store(
  tx: Tx,
  shell: Shell,
  request: CheckedWrite,
  { current, caseIsOpen }: LockedEntry,
): Promise<WriteOutcome> {
  const { key, ref, authorBarred, requestKey } = request
  const replyOf = (outcome: WriteOutcome) => requestKey && { ...requestKey, reply: outcome, at: shell.now() }
  const decision = decideWrite(current, request.write, { caseIsOpen, authorBarred })
  if (decision.kind === 'saved') {
    const { value, detail } = request.write
    const entry = { version: decision.version, value, detail, ...traceOf(shell) }
    const outcome = { kind: decision.kind, entry } as const
    const audit = auditRow(shell, answerEvent(request, entry, current))
    await insertSaved(tx, { key, ref, entry, audit, reply: replyOf(outcome) })
    return outcome
  }
  const entry = authorBarred === null ? (current ?? null) : null
  const outcome =
    decision.kind === 'same'
      ? { kind: decision.kind, entry }
      : {
          ...decision,
          keptId: await saveConflict(tx, shell, { ...request, because: decision.because, current }),
          entry,
        }
  const reply = replyOf(outcome)
  if (reply !== undefined) await insertReply(tx, reply)
  return outcome
}

function traceOf(shell: Shell) {
  return { author: authorOf(shell), at: shell.now().toISOString() }
}

function answerEvent(
  { key, ref }: WriteRequest,
  { version, value, detail }: EntryVersion,
  current: EntryVersion | undefined,
): AuditEvent {
  return {
    action: 'case.answer',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, ref),
    before: current === undefined ? null : { version: current.version },
    after: { version, value, detail },
    reason: null,
  }
}

/** Returns the subject of the audit events of an entry: `C-1 answer 2.1.1.a`. */
export function subjectOf({ caseId }: CaseKey, ref: EntryRef): string {
  return `${caseId} ${entryName(ref)}`
}

/** Saves the value as a conflict, unless the same value of the same person is one already. Returns its id. */
async function saveConflict(
  tx: Tx,
  shell: Shell,
  { key, ref, write: sent, because, current }: ConflictingWrite,
): Promise<string> {
  const value: ConflictingEntry = { ...ref, ...sent, ...traceOf(shell), because, keptId: newId() }
  const unresolved = await listConflictingValues(tx, key, ref)
  const earlier = unresolved.find(
    (other) => other.author.personId === value.author.personId && sameValue(other, value),
  )
  if (earlier !== undefined) return earlier.keptId
  await insertConflictingValue(tx, key, value)
  await recordAudit(tx, shell, {
    action: 'case.keep',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, ref),
    before: current === undefined ? null : { version: current.version },
    after: { keptId: value.keptId, because, value: value.value, detail: value.detail },
    reason: null,
  })
  return value.keptId
}

type ConflictingWrite = WriteRequest & {
  readonly because: ConflictReason
  readonly current: EntryVersion | undefined
}
