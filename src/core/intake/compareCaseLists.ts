/** The difference between two versions of a service's list, case by case. */
import { normalReference } from '../kernel/reference.ts'
import { caseListFields } from './caseListFields.ts'
import type { ListedCase } from './listedCase.ts'

export type CaseChange = {
  /** A field of the list, or the heading of a further column. */
  readonly field: string
  readonly before: string
  readonly after: string
}

export type CaseListDifference = {
  readonly added: readonly ListedCase[]
  readonly removed: readonly ListedCase[]
  readonly changed: readonly { readonly caseId: string; readonly changes: readonly CaseChange[] }[]
  readonly same: number
}

/**
 * Returns the cases that were added, removed or changed, by reference. Cases are the same if the normal form of their
 * reference is; the order of rows makes no difference.
 */
export function compareCaseLists(
  before: readonly ListedCase[],
  after: readonly ListedCase[],
): CaseListDifference {
  const earlier = byReference(before)
  const later = byReference(after)
  const pairs = [...later.values()].flatMap((now) => {
    const then = earlier.get(normalReference(now.caseId))
    return then === undefined ? [] : [{ caseId: now.caseId, changes: changesOf(then, now) }]
  })
  const changed = pairs.filter(({ changes }) => changes.length > 0)
  return {
    added: [...later.values()].filter(({ caseId }) => !earlier.has(normalReference(caseId))),
    removed: [...earlier.values()].filter(({ caseId }) => !later.has(normalReference(caseId))),
    changed,
    same: pairs.length - changed.length,
  }
}

function byReference(cases: readonly ListedCase[]): ReadonlyMap<string, ListedCase> {
  const sorted = [...cases].sort((one, other) =>
    one.caseId < other.caseId ? -1 : Number(one.caseId > other.caseId),
  )
  return new Map(sorted.map((listed) => [normalReference(listed.caseId), listed]))
}

function changesOf(before: ListedCase, after: ListedCase): readonly CaseChange[] {
  const ownFields = caseListFields.map((field) => ({
    field,
    before: String(before[field] ?? ''),
    after: String(after[field] ?? ''),
  }))
  const headings = new Set([...Object.keys(before.others), ...Object.keys(after.others)])
  const carried = [...headings].map((field) => ({
    field,
    before: before.others[field] ?? '',
    after: after.others[field] ?? '',
  }))
  return [...ownFields, ...carried].filter((change) => change.before !== change.after)
}
