/**
 * Adding, changing, moving and removing the recommendations of an inspection. Who changes or removes one has to have
 * seen its newest version, so that nobody's words are replaced in silence.
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

/** Adds a recommendation as the last of its owner's. Each of these gives back the id of what it changed. */
export async function addRecommendation(
  shell: Shell,
  inspectionId: string,
  words: Recommendation,
): Promise<Result<string>> {
  const added = savedVersion(shell, words, { id: newId(), version: 0 })
  return changeList(shell, inspectionId, (stored) =>
    done({
      list: [...stored, added],
      subject: added.id,
      audited: { action: 'recommendation.add', before: null, after: added },
    }),
  )
}

/** Changes the words of a recommendation. Refuses where it was changed or removed since it was read. */
export async function changeRecommendation(
  shell: Shell,
  inspectionId: string,
  seen: Seen,
  words: Recommendation,
): Promise<Result<string>> {
  return changeList(shell, inspectionId, (stored) => {
    const before = findSeen(stored, seen)
    if (!before.ok) return before
    const after = savedVersion(shell, words, seen)
    const list = stored.map((one) => (one.id === seen.id ? after : one))
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

/** Moves a recommendation one place, as `moveRecommendation` says. It asks for no version: no words are replaced. */
export async function placeRecommendation(
  shell: Shell,
  inspectionId: string,
  id: string,
  direction: Direction,
): Promise<Result<string>> {
  return changeList(shell, inspectionId, (stored) => {
    const moved = stored.find((one) => one.id === id)
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

/** The version after the one that was seen. */
export function savedVersion(
  shell: Pick<Shell, 'actor' | 'now'>,
  words: Recommendation,
  seen: Seen,
): StoredRecommendation {
  const { owner, text } = words
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
  const found = stored.find(({ id }) => id === seen.id)
  if (found === undefined) return refuse(problem('recommendations.gone', {}))
  if (found.version === seen.version) return done(found)
  const details = { who: found.savedBy, when: momentText(found.savedAt) }
  return refuse(problem(ifChanged, details, { field: 'text' }))
}

function orderOf(list: readonly StoredRecommendation[]) {
  return { order: list.map(({ id }) => id) }
}
