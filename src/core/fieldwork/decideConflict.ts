/** Resolving a conflict between values that two people wrote to one entry. */
import { done, type Result, refuse } from '../kernel/result.ts'
import { textProblems } from '../kernel/textLimits.ts'
import { type EntryValue, type EntryVersion, type EntryWrite, sameValue } from './entry.ts'
import { problem } from './problems.ts'

export type ConflictDecision = {
  /** The version that the chosen value gets, or null if the current value stays. */
  readonly version: number | null
  readonly value: EntryValue
}

/**
 * Returns the outcome of resolving a conflict with `chosen`: the current value, a conflicting value or a third. Refuses
 * if there is no conflict, if the current value has changed since it was seen, and if the reason is missing.
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
  if (sawVersion !== version) return refuse(problem('fieldwork.conflict-moved-on', {}, { field: 'choice' }))
  const isCurrent = sameValue(current ?? { value: null, detail: null }, value)
  return done({ version: isCurrent ? null : version + 1, value })
}
