import type { Problem } from '../../../core/kernel/problem.ts'
import type { Result } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import { lockAllocation } from './assignments.queries.ts'
import { type Allocation, type AllocationSources, loadAllocation } from './loadAllocation.ts'
import { problem } from './problems.ts'

/** Returns what `change` returns for an inspection's allocation, in a transaction, while nobody else can change it. */
export function changeAllocation<Value>(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  change: (tx: Tx, allocation: Allocation) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return shell.transact(async (tx) => {
    await lockAllocation(tx, inspectionId)
    const allocation = await loadAllocation(tx, sources, inspectionId)
    return allocation.ok ? change(tx, allocation.value) : allocation
  })
}

/** Returns the problem of a writer who has not seen the latest version: nothing is overwritten unseen. */
export function changedMeanwhile(what: string): Problem {
  return problem('allocation.changed-meanwhile', { what })
}
