/** The rule by which nothing that someone wrote is lost or silently replaced. */
import { type Author, type EntryVersion, type EntryWrite, isUnconfirmed, sameValue } from './entry.ts'

/** Why a value was saved as a conflict with the current value. */
export const conflictReasons = [
  'changed-meanwhile',
  'case-frozen',
  'right-taken-away',
  'conflict-of-interest',
] as const
export type ConflictReason = (typeof conflictReasons)[number]

/** Why someone can no longer write here. What they sent never becomes the current value without a decision. */
export type BarredBecause = Extract<ConflictReason, 'right-taken-away' | 'conflict-of-interest'>

/** Returns whether the author cannot read the current value either. */
export function isBarred(because: ConflictReason): because is BarredBecause {
  return because === 'right-taken-away' || because === 'conflict-of-interest'
}

/** A value that did not become the current value and is saved until someone resolves the conflict. */
export type ConflictingValue = EntryWrite & {
  readonly because: ConflictReason
  readonly author: Author
  /** ISO instant. */
  readonly at: string
}

export type WriteDecision =
  /** The value becomes this version. */
  | { readonly kind: 'saved'; readonly version: number }
  /** The current value is the same. */
  | { readonly kind: 'same' }
  /** The value is saved as a conflict with the current value. */
  | { readonly kind: 'kept'; readonly because: ConflictReason }

/** What a write depends on, other than the write itself. */
export type WritePreconditions = {
  readonly caseIsOpen: boolean
  /** Null for someone who may write here. */
  readonly authorBarred: BarredBecause | null
}

/**
 * Returns what happens to a write. It replaces the current value only if its author saw that value; any other value is
 * saved as a conflict. A version that was never sent to anyone counts as not seen. Writing the same value as the case
 * list confirms it, and is a version of its own.
 */
export function decideWrite(
  current: EntryVersion | undefined,
  write: EntryWrite,
  { caseIsOpen, authorBarred }: WritePreconditions,
): WriteDecision {
  // First of all: whether a value is the same as the current value, or different, would reveal it to someone who
  // cannot read it.
  if (authorBarred !== null) return { kind: 'kept', because: authorBarred }
  if (sameValue(current ?? nothing, write)) {
    const isConfirmed = current === undefined || !caseIsOpen || !isUnconfirmed(current)
    return isConfirmed ? { kind: 'same' } : { kind: 'saved', version: current.version + 1 }
  }
  if (!caseIsOpen) return { kind: 'kept', because: 'case-frozen' }
  const version = current?.version ?? 0
  if (write.sawVersion !== version) return { kind: 'kept', because: 'changed-meanwhile' }
  return { kind: 'saved', version: version + 1 }
}

const nothing = { value: null, detail: null }

/** Everything that was ever written to one entry. */
export type EntryRecord = {
  /** Oldest first. */
  readonly versions: readonly EntryVersion[]
  readonly kept: readonly ConflictingValue[]
}

/** Returns the record after a write, and what happened to the write. The database does the same with rows. */
export function recordWrite(
  record: EntryRecord,
  write: EntryWrite,
  by: { readonly author: Author; readonly at: string },
  preconditions: WritePreconditions,
): { readonly record: EntryRecord; readonly decision: WriteDecision } {
  const decision = decideWrite(record.versions.at(-1), write, preconditions)
  const { sawVersion: _seen, ...value } = write
  switch (decision.kind) {
    case 'saved':
      return {
        record: { ...record, versions: [...record.versions, { ...value, ...by, version: decision.version }] },
        decision,
      }
    case 'kept':
      return {
        record: { ...record, kept: [...record.kept, { ...write, ...by, because: decision.because }] },
        decision,
      }
    default:
      return { record, decision }
  }
}
