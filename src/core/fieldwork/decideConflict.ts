/** Deciding between values that two people gave to one entry. */

import { done, type Result, refuse } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import { type EntryValue, type EntryVersion, type EntryWrite, sameValue } from './entry.ts'
import { problem } from './problems.ts'

export type ConflictDecision = {
  /** The version that the value takes, or null where the current value stands. */
  readonly version: number | null
  readonly value: EntryValue
}

/**
 * Decides for `chosen`, which may be the current value, a kept one or a third. Refuses where nothing is open, or
 * where the current value is no longer the one that was looked at, and a decision without its reason.
 */
export function decideConflict(
  current: EntryVersion | undefined,
  keptCount: number,
  chosen: EntryWrite,
  reason: string | null,
): Result<ConflictDecision> {
  if (keptCount === 0) return refuse(problem('fieldwork.conflict-not-found', {}))
  const [fault] = textProblems(
    reason ?? '',
    'reason',
    problem('fieldwork.reason-missing', {}, { field: 'reason' }),
  )
  if (fault !== undefined) return refuse(fault)
  const { sawVersion, ...value } = chosen
  const version = current?.version ?? 0
  if (sawVersion !== version) return refuse(problem('fieldwork.conflict-moved-on', {}))
  const stands = sameValue(current ?? { value: null, detail: null }, value)
  return done({ version: stands ? null : version + 1, value })
}
