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
import { type StoredAssessor, saveAssessor } from '../assessors.queries.ts'
import { changeAllocation, changedMeanwhile } from '../changeAllocation.ts'
import type { Allocation, AllocationSources } from '../loadAllocation.ts'
import { problem } from '../problems.ts'

export type AssessorToSave = Omit<Assessor, 'id'> & {
  /** The version that the writer saw; 0 for a new person. */
  readonly version: number
  /** The account with which they assess cases; null if they have none. */
  readonly personId: string | null
}

/**
 * Adds a person to the inspection, or changes the person of this id. Refuses if there is no such person or they were
 * changed since the writer saw them, if the account cannot assess cases of the inspection or belongs to another person,
 * and if someone would escape a conflict of interest.
 */
export function addOrChangeAssessor(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  { id, ...person }: AssessorToSave & { readonly id: string | null },
): Promise<Result<StoredAssessor>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, { assessors, accounts, conflicts }) => {
    const before = assessors.find((each) => each.id === id)
    if (id !== null && before === undefined)
      return refuse(problem('allocation.person-not-found', { person: id }))
    if ((before?.version ?? 0) !== person.version) return refuse(changedMeanwhile(person.name))
    const [fault] = accountProblems(person, before?.id, { assessors, accounts })
    if (fault !== undefined) return refuse(fault)
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

function accountProblems(
  { personId }: AssessorToSave,
  id: AssessorId | undefined,
  { assessors, accounts }: Pick<Allocation, 'assessors' | 'accounts'>,
): readonly Problem[] {
  if (personId === null) return []
  const place = { field: 'account' }
  if (!accounts.some((account) => account.personId === personId))
    return [problem('allocation.account-not-found', {}, place)]
  return assessors
    .filter((other) => other.personId === personId && other.id !== id)
    .map(({ name }) => problem('allocation.account-taken', { assessor: name }, place))
}

/** Whether this would make it another person: another account, or another name if they have no account. */
function becomesAnother(before: StoredAssessor, after: AssessorToSave): boolean {
  if (before.personId !== null) return before.personId !== after.personId
  return after.personId === null && !isSameName(before.name, after.name)
}

/** Two people can have the same name: the second gets a number. */
function freeId(name: string, assessors: readonly Assessor[]): AssessorId {
  const base = slug(name)
  for (let number = 1; ; number += 1) {
    const id = assessorId(`${base === '' ? 'person' : base}${number === 1 ? '' : `-${number}`}`)
    if (id !== undefined && !assessors.some((each) => each.id === id)) return id
  }
}
