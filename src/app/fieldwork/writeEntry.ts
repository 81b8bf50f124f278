/** Writing one entry of a case: whatever is acknowledged is stored, as the current value or kept beside it. */
import { z } from 'zod'
import { isOpen } from '../../core/fieldwork/caseProgress.ts'
import { checkEntry } from '../../core/fieldwork/checkEntry.ts'
import { decideWrite, keptBecause } from '../../core/fieldwork/decideWrite.ts'
import {
  type Author,
  type EntryRef,
  type EntryVersion,
  type EntryWrite,
  entryName,
  sameValue,
} from '../../core/fieldwork/entry.ts'
import type { Edition } from '../../core/framework/edition.ts'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import { newId } from '../../platform/secrets.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { answerOnce, type SentOnce } from './answerOnce.ts'
import {
  type CaseKey,
  findEntry,
  findProgress,
  holdCaseToWrite,
  type InspectedCase,
  insertKept,
  insertVersion,
  type KeptEntry,
  listKept,
} from './case.queries.ts'

type Tx = Parameters<Parameters<Shell['transact']>[0]>[0]

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
    because: z.enum(keptBecause),
    keptId: z.string(),
    entry: versionSchema.nullable(),
  }),
])

/** What became of a write. `entry` is the current value; null where there is none. */
export type WriteOutcome = z.infer<typeof outcomeSchema>

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
  return shell.transact(async (tx) => {
    const held = await holdCaseToWrite(tx, request.key, request.ref)
    if (held === undefined) return refuse(caseNotFound(request.key))
    const edition = editionOf(editions, held)
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, held.caseDomain, request.ref, request.write)
    if (!checked.ok) return checked
    const write = { ...checked.value, sawVersion: request.write.sawVersion }
    return answerOnce(tx, shell, sentOnce(request), outcomeSchema, async () =>
      done(await store(tx, shell, request, write)),
    )
  })
}

export function caseNotFound({ inspectionId, caseId }: CaseKey) {
  return problem('fieldwork.case-not-found', { inspection: inspectionId, case: caseId })
}

export function editionOf(editions: Editions, { inspectionId, editionId }: InspectedCase): Result<Edition> {
  const edition = editions.get(editionId)
  if (edition !== undefined) return done(edition)
  return refuse(problem('inspection.edition-missing', { inspection: inspectionId, edition: editionId }))
}

export function authorOf({ actor }: Pick<Shell, 'actor'>): Author {
  return { personId: actor.personId ?? null, name: actor.name }
}

function sentOnce({ key, ref, write, idempotencyKey }: WriteRequest): SentOnce {
  const said = [key.caseId, ref.kind, ref.item, write.value, write.detail, write.sawVersion]
  return { inspectionId: key.inspectionId, idempotencyKey, said }
}

async function store(tx: Tx, shell: Shell, request: WriteRequest, write: EntryWrite): Promise<WriteOutcome> {
  const { key, ref } = request
  const current = await findEntry(tx, key, ref)
  const { progress } = await findProgress(tx, key)
  const decision = decideWrite(current, write, isOpen(progress))
  switch (decision.kind) {
    case 'same':
      return { kind: 'same', entry: current ?? null }
    case 'saved':
      return saveVersion(tx, shell, request, write, current)
    case 'kept': {
      const by = { author: authorOf(shell), at: shell.now().toISOString() }
      const kept = { ...ref, ...write, ...by, because: decision.because, keptId: newId() }
      const keptId = await keep(tx, shell, key, kept, current)
      return { kind: 'kept', because: decision.because, keptId, entry: current ?? null }
    }
  }
}

async function saveVersion(
  tx: Tx,
  shell: Shell,
  { key, ref }: WriteRequest,
  { value, detail }: EntryWrite,
  current: EntryVersion | undefined,
): Promise<WriteOutcome> {
  const version = (current?.version ?? 0) + 1
  const entry = { version, value, detail, author: authorOf(shell), at: shell.now().toISOString() }
  await insertVersion(tx, key, ref, entry)
  await recordAudit(tx, shell, {
    action: 'case.answer',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, ref),
    before: current && { version: current.version },
    after: { version, value, detail },
    reason: null,
  })
  return { kind: 'saved', entry }
}

export function subjectOf({ caseId }: CaseKey, ref: EntryRef): string {
  return `${caseId} ${entryName(ref)}`
}

/** Keeps the value, unless the same person's same value waits already. Gives back its id. */
async function keep(
  tx: Tx,
  shell: Shell,
  key: CaseKey,
  kept: KeptEntry,
  current: EntryVersion | undefined,
): Promise<string> {
  const waiting = await listKept(tx, key, kept)
  const there = waiting.find((each) => each.author.personId === kept.author.personId && sameValue(each, kept))
  if (there !== undefined) return there.keptId
  await insertKept(tx, key, kept)
  await recordAudit(tx, shell, {
    action: 'case.keep',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, kept),
    before: current && { version: current.version },
    after: { keptId: kept.keptId, because: kept.because, value: kept.value, detail: kept.detail },
    reason: null,
  })
  return kept.keptId
}
