/** Writing one entry of a case: whatever is acknowledged is stored, as the current value or kept beside it. */
import { z } from 'zod'
import { checkEntry } from '../../../core/fieldwork/checkEntry.ts'
import {
  type BarredBecause,
  type ConflictReason,
  conflictReasons,
  decideWrite,
} from '../../../core/fieldwork/decideWrite.ts'
import {
  type Author,
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
import { type CaseKey, insertKept, type KeptEntry, listKept } from '../case/case.queries.ts'
import { problem } from '../problems.ts'
import { answerAgain, usedKeyOf } from './answerOnce.ts'
import {
  type Answered,
  type HeldEntry,
  insertAnswer,
  insertSaved,
  lockEntry,
  type UsedKey,
} from './writeEntry.queries.ts'

const versionSchema = z.object({
  version: z.int(),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  author: z.object({ personId: z.string().nullable(), name: z.string() }),
  at: z.string(),
})

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

/** What became of a write. `entry` is the current value; null where there is none. */
export type WriteOutcome = z.infer<typeof outcomeSchema>

/** The problem that tells the author of a kept value why it does not stand. */
export const codeOfKept = {
  'changed-meanwhile': 'fieldwork.changed-meanwhile',
  'case-frozen': 'fieldwork.case-frozen',
  'right-taken-away': 'fieldwork.right-taken-away',
  'conflict-of-interest': 'fieldwork.kept-in-conflict',
} as const satisfies Readonly<Record<ConflictReason, ProblemCode>>

export type WriteRequest = {
  readonly key: CaseKey
  readonly ref: EntryRef
  readonly write: EntryWrite
  /** The same key with the same content is answered the same and writes nothing again. */
  readonly idempotencyKey: string | null
}

/** Writes one entry. Refuses a case, question or value that there is none of; anything else is stored. */
export async function writeEntry(
  shell: Shell,
  editions: Editions,
  request: WriteRequest,
): Promise<Result<WriteOutcome>> {
  return write(shell, editions, request, null)
}

/** Keeps one entry of somebody who might write it once and may no longer. It never stands by itself. */
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
    const used = keyOf(shell, request)
    const held = await lockEntry(tx, request.key, request.ref, used?.key ?? null)
    if (held === undefined) return refuse(caseNotFound(request.key))
    const edition = pinnedEdition(editions, {
      id: request.key.inspectionId,
      editionId: held.inspected.editionId,
    })
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, held.inspected.caseDomain, request.ref, request.write)
    if (!checked.ok) return checked
    if (held.answered !== undefined) return outcomeAgain(held.answered, used, authorBarred)
    const asked = { ...request, write: { ...checked.value, sawVersion: request.write.sawVersion } }
    return done(await store(tx, shell, asked, held, authorBarred, used))
  })
}

export function caseNotFound({ inspectionId, caseId }: CaseKey) {
  return problem('fieldwork.case-not-found', { inspection: inspectionId, case: caseId })
}

export function authorOf({ actor }: Pick<Shell, 'actor'>): Author {
  return { personId: actor.personId ?? null, name: actor.name }
}

function keyOf(shell: Shell, { key, ref, write: asked, idempotencyKey }: WriteRequest): UsedKey | undefined {
  const said = [key.caseId, ref.kind, ref.item, asked.value, asked.detail, asked.sawVersion]
  return usedKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, said })
}

/** As `answerAgain`, less what others wrote where the right to read that is gone. */
function outcomeAgain(
  answered: Answered,
  used: UsedKey | undefined,
  authorBarred: BarredBecause | null,
): Result<WriteOutcome> {
  const again = answerAgain(answered, used, outcomeSchema)
  if (!again.ok || authorBarred === null || again.value.kind === 'saved') return again
  const outcome = again.value
  if (outcome.kind === 'same') return done({ ...outcome, entry: null })
  return done({ ...outcome, because: authorBarred, entry: null })
}

async function store(
  tx: Tx,
  shell: Shell,
  request: WriteRequest,
  { current, caseIsOpen }: HeldEntry,
  authorBarred: BarredBecause | null,
  used: UsedKey | undefined,
): Promise<WriteOutcome> {
  const answeredWith = (answer: WriteOutcome) => used && { ...used, answer, at: shell.now() }
  const decision = decideWrite(current, request.write, { caseIsOpen, authorBarred })
  if (decision.kind === 'saved') {
    const { value, detail } = request.write
    const by = { author: authorOf(shell), at: shell.now().toISOString() }
    const entry = { version: decision.version, value, detail, ...by }
    const outcome = { kind: decision.kind, entry } as const
    const audit = auditRow(shell, answerEvent(request, entry, current))
    await insertSaved(tx, request.key, request.ref, entry, { audit, answered: answeredWith(outcome) })
    return outcome
  }
  const entry = authorBarred === null ? (current ?? null) : null
  const outcome =
    decision.kind === 'same'
      ? { kind: decision.kind, entry }
      : { ...decision, keptId: await keep(tx, shell, request, decision.because, current), entry }
  const answered = answeredWith(outcome)
  if (answered !== undefined) await insertAnswer(tx, answered)
  return outcome
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

export function subjectOf({ caseId }: CaseKey, ref: EntryRef): string {
  return `${caseId} ${entryName(ref)}`
}

/** Keeps the value, unless the same person's same value waits already. Gives back its id. */
async function keep(
  tx: Tx,
  shell: Shell,
  { key, ref, write: asked }: WriteRequest,
  because: ConflictReason,
  current: EntryVersion | undefined,
): Promise<string> {
  const by = { author: authorOf(shell), at: shell.now().toISOString() }
  const kept: KeptEntry = { ...ref, ...asked, ...by, because, keptId: newId() }
  const waiting = await listKept(tx, key, ref)
  const there = waiting.find((each) => each.author.personId === kept.author.personId && sameValue(each, kept))
  if (there !== undefined) return there.keptId
  await insertKept(tx, key, kept)
  await recordAudit(tx, shell, {
    action: 'case.keep',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, ref),
    before: current === undefined ? null : { version: current.version },
    after: { keptId: kept.keptId, because, value: kept.value, detail: kept.detail },
    reason: null,
  })
  return kept.keptId
}
