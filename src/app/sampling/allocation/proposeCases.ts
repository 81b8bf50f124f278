import { done, type Result } from '../../../core/kernel/result.ts'
import { type Proposal, proposeAllocation } from '../../../core/sampling/allocation/proposeAllocation.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import { addAssignments, type StoredAssignment } from './assignments.queries.ts'
import { changeAllocation } from './changeAllocation.ts'
import type { Allocation, AllocationSources } from './loadAllocation.ts'

/**
 * Proposes an assignment of every sampled case, stores what changes, and returns the proposal. Cases that were allocated
 * by hand or on which work has started stay. Refuses as `proposeAllocation` does, and then nothing changes.
 */
export function proposeCases(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
): Promise<Result<Proposal>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const { weights, seed } = allocation.settings
    const proposal = proposeAllocation({ ...allocation, weights, seed })
    if (!proposal.ok) return proposal
    const changed = changedAssignments(shell, allocation, proposal.value)
    await addAssignments(tx, inspectionId, changed)
    await recordAudit(tx, shell, {
      action: 'allocation.propose',
      inspectionId,
      subject: 'allocation',
      before: allocation.assignments.map(({ pseudonym, assessor }) => ({ pseudonym, assessor })),
      after: { weights, seed, shares: proposal.value.shares, changed },
      reason: null,
    })
    return done(proposal.value)
  })
}

function changedAssignments(
  shell: Shell,
  { assignments, past }: Allocation,
  proposal: Proposal,
): readonly StoredAssignment[] {
  const current = new Map([...assignments, ...past].map((each) => [each.pseudonym, each]))
  const trace = { reason: null, assignedAt: shell.now(), assignedBy: shell.actor.name }
  return proposal.assignments
    .filter(({ pseudonym, assessor }) => current.get(pseudonym)?.assessor !== assessor)
    .map((each) => ({ ...each, version: (current.get(each.pseudonym)?.version ?? 0) + 1, ...trace }))
}
