import type { Problem } from '../../../../core/kernel/problem.ts'
import { isSameName } from '../../../../core/kernel/reference.ts'
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import {
  type Assessor,
  type AssessorId,
  assessorId,
} from '../../../../core/sampling/allocation/allocation.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { slug } from '../../../inspections/inspection.ts'
import type { Account } from '../accounts.ts'
import { type StoredAssessor, saveAssessor } from '../assessors.queries.ts'
import { changeAllocation, changedMeanwhile } from '../changeAllocation.ts'
import type { AllocationSources } from '../loadAllocation.ts'
import { problem } from '../problems.ts'

export type PersonToSave = Omit<Assessor, 'id'> & {
  /** The version that the writer saw; 0 for a person who is new. */
  readonly version: number
  /** The account with which they assess cases; null where they have none. */
  readonly personId: string | null
}

/**
 * Adds a person to the inspection, or changes the one of this id. Refuses where the person is not there, or was
 * changed after the writer saw them, or where the account is no account of the inspection, or another person's,
 * or would free somebody from a conflict of interest that holds.
 */
export function savePerson(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  id: string | null,
  person: PersonToSave,
): Promise<Result<StoredAssessor>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, { assessors, accounts, conflicts }) => {
    const before = assessors.find((one) => one.id === id)
    if (id !== null && before === undefined)
      return refuse(problem('allocation.person-not-found', { person: id }))
    if ((before?.version ?? 0) !== person.version) return refuse(changedMeanwhile(person.name))
    const fault = accountFault(person, before?.id, assessors, accounts)
    if (fault !== null) return refuse(fault)
    const hasConflict = conflicts.some(({ assessor }) => assessor === before?.id)
    if (before !== undefined && hasConflict && becomesAnother(before, person))
      return refuse(problem('allocation.conflict-holds', { assessor: before.name }, { field: 'account' }))
    const after = { ...person, id: before?.id ?? freeId(person.name, assessors), version: person.version + 1 }
    await saveAssessor(tx, inspectionId, after)
    const change = { before: before ?? null, after, reason: null }
    await recordAudit(tx, shell, {
      action: 'allocation.save-person',
      inspectionId,
      subject: after.id,
      ...change,
    })
    return done(after)
  })
}

function accountFault(
  { personId }: PersonToSave,
  own: AssessorId | undefined,
  assessors: readonly StoredAssessor[],
  accounts: readonly Account[],
): Problem | null {
  if (personId === null) return null
  const field = { field: 'account' }
  if (!accounts.some((account) => account.personId === personId))
    return problem('allocation.account-not-found', {}, field)
  const taken = assessors.find((one) => one.personId === personId && one.id !== own)
  return taken === undefined ? null : problem('allocation.account-taken', { assessor: taken.name }, field)
}

/** Whether somebody else would be meant from then on: another account, or another name of somebody without one. */
function becomesAnother(before: StoredAssessor, after: PersonToSave): boolean {
  if (before.personId !== null) return before.personId !== after.personId
  return after.personId === null && !isSameName(before.name, after.name)
}

/** Two people may have one name: the second is numbered. */
function freeId(name: string, assessors: readonly Assessor[]): AssessorId {
  const base = slug(name)
  for (let number = 1; ; number += 1) {
    const id = assessorId(`${base === '' ? 'person' : base}${number === 1 ? '' : `-${number}`}`)
    if (id !== undefined && !assessors.some((one) => one.id === id)) return id
  }
}
