/** What a reader sees of an allocation: as much as their work needs. */
import type { Shell } from '../../../platform/shell.ts'
import type { StoredConflict } from './assessors.queries.ts'
import type { Allocation } from './loadAllocation.ts'

/** Returns the allocation; the reasons of conflicts of interest are personal, and only people who allocate cases see them. */
export async function allocationSeenBy(
  { mayDo }: Pick<Shell, 'mayDo'>,
  allocation: Allocation,
): Promise<Allocation> {
  if (await mayDo('allocation.write', allocation.inspection.id)) return allocation
  return {
    ...allocation,
    conflicts: allocation.conflicts.map(withoutReasons),
    withdrawn: allocation.withdrawn.map(withoutReasons),
  }
}

function withoutReasons(conflict: StoredConflict): StoredConflict {
  const { withdrawn } = conflict
  const reason = 'they have a conflict of interest'
  return { ...conflict, reason, withdrawn: withdrawn === null ? null : { ...withdrawn, reason: '–' } }
}

/** Returns the cases of which the reader sees only the name and the assessor: they have a conflict of interest. */
export async function barredCases(
  { mayDo }: Pick<Shell, 'mayDo'>,
  { inspection, cases }: Allocation,
): Promise<ReadonlySet<string>> {
  const barred = new Set<string>()
  for (const { pseudonym } of cases) {
    if (!(await mayDo('allocation.read', inspection.id, pseudonym))) barred.add(pseudonym)
  }
  return barred
}
