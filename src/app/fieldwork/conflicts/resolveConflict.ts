/** Resolving a conflict: which of the values that people wrote to one entry becomes the current one. All stay in its history. */
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
import { insertDecisions, insertVersion, listConflictingValues } from '../case/case.queries.ts'
import { authorOf, type CaseKey, caseNotFound } from '../case/caseKey.ts'
import { replyOnce, requestKeyOf } from '../entries/replyOnce.ts'
import { type LockedEntry, lockEntry } from '../entries/writeEntry.queries.ts'
import { subjectOf } from '../entries/writeEntry.ts'
import { problem } from '../problems.ts'

export type ResolveRequest = {
  readonly key: CaseKey
  readonly ref: EntryRef
  /** The value to keep, and the version that was current when it was selected. */
  readonly chosen: EntryWrite
  readonly reason: string | null
  /** The same key with the same content gets the same reply and resolves nothing again. */
  readonly idempotencyKey?: string | null
}

/**
 * Resolves the conflict of one entry with the chosen value. Returns the version that is current then. Refuses as
 * `checkEntry` and `decideConflict` do, and another value than the current one in a case that is not open.
 */
export async function resolveConflict(
  shell: Shell,
  editions: Editions,
  request: ResolveRequest,
): Promise<Result<number>> {
  const { key, ref, chosen, reason, idempotencyKey = null } = request
  const content = [key.caseId, 'decide', ref, chosen, reason]
  const requestKey = requestKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, content })
  return shell.transact(async (tx) => {
    const locked = await lockEntry(tx, key, ref, requestKey?.key ?? null)
    if (locked === undefined) return refuse(caseNotFound(key))
    const { inspected, stored } = locked
    const edition = pinnedEdition(editions, { id: key.inspectionId, editionId: inspected.editionId })
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, inspected.caseDomain, ref, chosen)
    if (!checked.ok) return checked
    return replyOnce(tx, shell, { key: requestKey, stored, schema: z.int() }, () =>
      decide(tx, shell, { ...request, value: checked.value }, locked),
    )
  })
}

async function decide(
  tx: Tx,
  shell: Shell,
  request: ResolveRequest & { readonly value: EntryValue },
  { current, caseIsOpen }: LockedEntry,
): Promise<Result<number>> {
  const { key, ref, chosen, reason, value } = request
  const conflicting = await listConflictingValues(tx, key, ref)
  const choice = { ...value, sawVersion: chosen.sawVersion }
  const decided = decideConflict(current, conflicting.length, choice, reason)
  if (!decided.ok) return decided
  if (decided.value.version !== null && !caseIsOpen) {
    return refuse(problem('fieldwork.case-frozen', {}, { field: 'choice' }))
  }
  const sawVersion = current?.version ?? 0
  const version = decided.value.version ?? sawVersion
  const by = { author: authorOf(shell), at: shell.now().toISOString() }
  if (decided.value.version !== null) await insertVersion(tx, key, ref, { ...value, version, ...by })
  const keptIds = conflicting.map(({ keptId }) => keptId)
  await insertDecisions(tx, key, keptIds, { sawVersion, version, reason, ...by })
  await auditDecision(tx, shell, { ...request, keptIds }, decided.value)
  return done(version)
}

async function auditDecision(
  tx: Tx,
  shell: Shell,
  { key, ref, chosen, reason, keptIds }: ResolveRequest & { readonly keptIds: readonly string[] },
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
