/**
 * Adding, changing, moving and removing the recommendations of an inspection, each returning the id of what it changed. A
 * person who changes or removes one must have seen its newest version, so that no text is replaced unnoticed.
 */

import { momentText } from '../../../core/kernel/londonTime.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import {
  type Direction,
  inPrintedOrder,
  moveRecommendation,
} from '../../../core/report/orderRecommendations.ts'
import type { Recommendation } from '../../../core/report/reportSources.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { AuditAction, AuditedChange } from '../../../platform/auditTable.ts'
import { newId } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findKnownInspection } from '../../inspections/findKnownInspection.ts'
import { lockInspection } from '../findings/findings.queries.ts'
import { problem } from '../problems.ts'
import {
  listRecommendations,
  type StoredRecommendation,
  saveRecommendations,
} from './recommendations.queries.ts'

/** Which recommendation, and the version of it that the writer saw. */
export type Seen = { readonly id: string; readonly version: number }

/** Adds a recommendation after the others of its owner. */
export async function addRecommendation(
  shell: Shell,
  inspectionId: string,
  recommendation: Recommendation,
): Promise<Result<string>> {
  const added = savedVersion(shell, recommendation, { id: newId(), version: 0 })
  return changeList(shell, inspectionId, (stored) =>
    done({
      list: [...stored, added],
      subject: added.id,
      audited: { action: 'recommendation.add', before: null, after: added },
    }),
  )
}

/** Changes the text of a recommendation. Refuses if it was changed or removed since it was read. */
export async function changeRecommendation(
  shell: Shell,
  inspectionId: string,
  seen: Seen,
  recommendation: Recommendation,
): Promise<Result<string>> {
  return changeList(shell, inspectionId, (stored) => {
    const before = findSeen(stored, seen)
    if (!before.ok) return before
    const after = savedVersion(shell, recommendation, seen)
    const list = stored.map((each) => (each.id === seen.id ? after : each))
    const audited = { action: 'recommendation.change', before: before.value, after } as const
    return done({ list, subject: seen.id, audited })
  })
}

/** Removes a recommendation. Refuses if it was changed or removed since it was read. */
export async function removeRecommendation(
  shell: Shell,
  inspectionId: string,
  seen: Seen,
): Promise<Result<string>> {
  return changeList(shell, inspectionId, (stored) => {
    const before = findSeen(stored, seen, 'recommendations.changed-before-removal')
    if (!before.ok) return before
    const list = stored.filter(({ id }) => id !== seen.id)
    const audited = { action: 'recommendation.remove', before: before.value, after: null } as const
    return done({ list, subject: seen.id, audited })
  })
}

/** Moves a recommendation one place, as `moveRecommendation` says. It needs no version, because no text is replaced. */
export async function placeRecommendation(
  shell: Shell,
  inspectionId: string,
  id: string,
  direction: Direction,
): Promise<Result<string>> {
  return changeList(shell, inspectionId, (stored) => {
    const moved = stored.find((each) => each.id === id)
    if (moved === undefined) return refuse(problem('recommendations.gone', {}))
    const list = moveRecommendation(stored, moved, direction)
    const order = { before: orderOf(stored), after: orderOf(list) }
    return done({ list, subject: id, audited: { action: 'recommendation.move', ...order } })
  })
}

type Change = {
  readonly list: readonly StoredRecommendation[]
  readonly subject: string
  readonly audited: AuditedChange<Extract<AuditAction, `recommendation.${string}`>>
}

async function changeList(
  shell: Shell,
  inspectionId: string,
  decide: (stored: readonly StoredRecommendation[]) => Result<Change>,
): Promise<Result<string>> {
  return shell.transact(async (tx) => {
    const inspection = await findKnownInspection(tx, inspectionId)
    if (!inspection.ok) return inspection
    await lockInspection(tx, inspectionId)
    const decided = decide(inPrintedOrder(await listRecommendations(tx, inspectionId)))
    if (!decided.ok) return decided
    const { list, subject, audited } = decided.value
    await saveRecommendations(tx, inspectionId, inPrintedOrder(list))
    await recordAudit(tx, shell, { ...audited, inspectionId, subject, reason: null })
    return done(subject)
  })
}

/** Returns a recommendation as the version after the one that was seen, saved now by the person who acts. */
export function savedVersion(
  shell: Pick<Shell, 'actor' | 'now'>,
  { owner, text }: Recommendation,
  seen: Seen,
): StoredRecommendation {
  return {
    id: seen.id,
    owner,
    text,
    version: seen.version + 1,
    savedAt: shell.now(),
    savedBy: shell.actor.name,
  }
}

function findSeen(
  stored: readonly StoredRecommendation[],
  seen: Seen,
  ifChanged:
    | 'recommendations.changed-meanwhile'
    | 'recommendations.changed-before-removal' = 'recommendations.changed-meanwhile',
): Result<StoredRecommendation> {
  const newest = stored.find(({ id }) => id === seen.id)
  if (newest === undefined) return refuse(problem('recommendations.gone', {}))
  if (newest.version === seen.version) return done(newest)
  const details = { who: newest.savedBy, when: momentText(newest.savedAt) }
  return refuse(problem(ifChanged, details, { field: 'text' }))
}

function orderOf(list: readonly StoredRecommendation[]) {
  return { order: list.map(({ id }) => id) }
}
