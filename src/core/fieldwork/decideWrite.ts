/** What becomes of a write: the rule by which nothing that somebody wrote is ever lost or silently replaced. */
import { type Author, type EntryVersion, type EntryWrite, isUnconfirmed, sameValue } from './entry.ts'

/** Why a value was kept beside the current one. */
export const keptBecause = [
  'changed-meanwhile',
  'case-frozen',
  'right-taken-away',
  'conflict-of-interest',
] as const
export type KeptBecause = (typeof keptBecause)[number]

/** Why somebody may no longer write here: what arrives of theirs never stands by itself. */
export type BarredBecause = Extract<KeptBecause, 'right-taken-away' | 'conflict-of-interest'>

/** Whether its author may not read what stands either. */
export function isBarred(because: KeptBecause): because is BarredBecause {
  return because === 'right-taken-away' || because === 'conflict-of-interest'
}

/** A value that was not made the current one but kept, until somebody decides. */
export type KeptValue = EntryWrite & {
  readonly because: KeptBecause
  readonly author: Author
  /** ISO instant. */
  readonly at: string
}

export type WriteDecision =
  /** The value becomes this version. */
  | { readonly kind: 'saved'; readonly version: number }
  /** It says already what was written. */
  | { readonly kind: 'same' }
  /** The value is kept beside the current one. */
  | { readonly kind: 'kept'; readonly because: KeptBecause }

/** What stands in the way of a write, or does not. */
export type Standing = {
  readonly caseIsOpen: boolean
  /** Null for somebody who may write here. */
  readonly authorBarred: BarredBecause | null
}

/**
 * Decides a write against the current version of its entry. Only who saw the current value replaces it; any other
 * value is kept beside it. A version that was never given out counts as not seen. Who says the same as the case list
 * confirms it: that is a version of their own.
 */
export function decideWrite(
  current: EntryVersion | undefined,
  write: EntryWrite,
  { caseIsOpen, authorBarred }: Standing,
): WriteDecision {
  // Before all else: whether it says the same, or was changed, would tell what stands to somebody who may not read it.
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
  readonly kept: readonly KeptValue[]
}

/** The record after a write, and what became of it. Storage does the same with rows. */
export function recordWrite(
  record: EntryRecord,
  write: EntryWrite,
  by: { readonly author: Author; readonly at: string },
  standing: Standing,
): { readonly record: EntryRecord; readonly decision: WriteDecision } {
  const decision = decideWrite(record.versions.at(-1), write, standing)
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
