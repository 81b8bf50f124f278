/** Deciding which of the values that people gave to one entry stands. All of them stay in its history. */
import { checkEntry } from '../../core/fieldwork/checkEntry.ts'
import { type ConflictDecision, decideConflict } from '../../core/fieldwork/decideConflict.ts'
import type { EntryRef, EntryWrite } from '../../core/fieldwork/entry.ts'
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { type CaseKey, insertDecisions, insertVersion, listKept } from './case.queries.ts'
import { holdEntry } from './writeEntry.queries.ts'
import { authorOf, caseNotFound, editionOf, subjectOf } from './writeEntry.ts'

export type DecideRequest = {
  readonly key: CaseKey
  readonly ref: EntryRef
  /** The value that is to stand, and the version that was current when it was chosen. */
  readonly chosen: EntryWrite
  readonly reason: string | null
}

/** Decides all kept values of one entry at once. Gives back the version that stands now. */
export async function decideKept(
  shell: Shell,
  editions: Editions,
  { key, ref, chosen, reason }: DecideRequest,
): Promise<Result<number>> {
  return shell.transact(async (tx) => {
    const held = await holdEntry(tx, key, ref, null)
    if (held === undefined) return refuse(caseNotFound(key))
    const edition = editionOf(editions, held.inspected)
    if (!edition.ok) return edition
    const checked = checkEntry(edition.value, held.inspected.caseDomain, ref, chosen)
    if (!checked.ok) return checked
    const { current } = held
    const kept = await listKept(tx, key, ref)
    const decided = decideConflict(current, kept.length, checked.value, chosen.sawVersion)
    if (!decided.ok) return decided
    if (decided.value.version !== null && !held.caseIsOpen) {
      return refuse(problem('fieldwork.case-frozen', {}))
    }
    const sawVersion = current?.version ?? 0
    const version = decided.value.version ?? sawVersion
    const by = { author: authorOf(shell), at: shell.now().toISOString() }
    if (decided.value.version !== null)
      await insertVersion(tx, key, ref, { ...checked.value, version, ...by })
    const keptIds = kept.map(({ keptId }) => keptId)
    await insertDecisions(tx, key, keptIds, { sawVersion, version, reason, ...by })
    await auditDecision(tx, shell, { key, ref, chosen, reason }, keptIds, decided.value)
    return done(version)
  })
}

async function auditDecision(
  tx: Parameters<Parameters<Shell['transact']>[0]>[0],
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
