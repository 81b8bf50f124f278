/** Deciding which of the values that people gave to one entry stands. All of them stay in its history. */
import { z } from 'zod'
import { checkEntry } from '../../../core/fieldwork/checkEntry.ts'
import { type ConflictDecision, decideConflict } from '../../../core/fieldwork/decideConflict.ts'
import type { EntryRef, EntryValue, EntryWrite } from '../../../core/fieldwork/entry.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pinnedEdition } from '../../framework/inspectionEdition.ts'
import { type CaseKey, insertDecisions, insertVersion, listKept } from '../case/case.queries.ts'
import { answerOnce, usedKeyOf } from '../entries/answerOnce.ts'
import { type HeldEntry, lockEntry } from '../entries/writeEntry.queries.ts'
import { authorOf, caseNotFound, subjectOf } from '../entries/writeEntry.ts'
import { problem } from '../problems.ts'

export type DecideRequest = {
  readonly key: CaseKey
  readonly ref: EntryRef
  /** The value that is to stand, and the version that was current when it was chosen. */
  readonly chosen: EntryWrite
  readonly reason: string | null
  /** The same key with the same content is answered the same and decides nothing again. */
  readonly idempotencyKey?: string | null
}

/** Decides all kept values of one entry at once. Gives back the version that stands now. */
export async function decideKept(
  shell: Shell,
  editions: Editions,
  request: DecideRequest,
): Promise<Result<number>> {
  const { key, ref, chosen, reason, idempotencyKey = null } = request
  const said = [key.caseId, 'decide', ref, chosen, reason]
  const used = usedKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, said })
  return shell.transact(async (tx) => {
    const held = await lockEntry(tx, key, ref, used?.key ?? null)
    if (held === undefined) return refuse(caseNotFound(key))
    const edition = pinnedEdition(editions, { id: key.inspectionId, editionId: held.inspected.editionId })
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, held.inspected.caseDomain, ref, chosen)
    if (!checked.ok) return checked
    const { answered } = held
    return answerOnce(tx, shell, { used, answered }, z.int(), () =>
      decide(tx, shell, request, held, checked.value),
    )
  })
}

async function decide(
  tx: Tx,
  shell: Shell,
  request: DecideRequest,
  { current, caseIsOpen }: HeldEntry,
  value: EntryValue,
): Promise<Result<number>> {
  const { key, ref, chosen, reason } = request
  const kept = await listKept(tx, key, ref)
  const decided = decideConflict(current, kept.length, { ...value, sawVersion: chosen.sawVersion }, reason)
  if (!decided.ok) return decided
  if (decided.value.version !== null && !caseIsOpen) {
    return refuse(problem('fieldwork.case-frozen', {}))
  }
  const sawVersion = current?.version ?? 0
  const version = decided.value.version ?? sawVersion
  const by = { author: authorOf(shell), at: shell.now().toISOString() }
  if (decided.value.version !== null) await insertVersion(tx, key, ref, { ...value, version, ...by })
  const keptIds = kept.map(({ keptId }) => keptId)
  await insertDecisions(tx, key, keptIds, { sawVersion, version, reason, ...by })
  await auditDecision(tx, shell, request, keptIds, decided.value)
  return done(version)
}

async function auditDecision(
  tx: Tx,
  shell: Shell,
  { key, ref, chosen, reason }: DecideRequest,
  keptIds: readonly string[],
  { version, value }: ConflictDecision,
): Promise<void> {
  await recordAudit(tx, shell, {
    action: 'case.decide',
    inspectionId: key.inspectionId,
    subject: subjectOf(key, ref),
    before: { version: chosen.sawVersion, keptIds },
    after: { version: version ?? chosen.sawVersion, ...value },
    reason,
  })
}
