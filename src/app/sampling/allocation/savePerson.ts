import { problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { type Assessor, type AssessorId, assessorId } from '../../../core/sampling/allocation/allocation.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import { slug } from '../../inspections/inspection.ts'
import { changeAllocation, changedMeanwhile } from './changeAllocation.ts'
import type { AllocationSources } from './loadAllocation.ts'
import { type StoredAssessor, saveAssessor } from './people.queries.ts'

export type PersonToSave = Omit<Assessor, 'id'> & {
  /** The version that the writer saw; 0 for a person who is new. */
  readonly version: number
}

/**
 * Adds a person to the inspection, or changes the one of this id. Refuses where the person is not there, or was
 * changed after the writer saw them.
 */
export function savePerson(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  id: string | null,
  person: PersonToSave,
): Promise<Result<StoredAssessor>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, { assessors }) => {
    const before = assessors.find((one) => one.id === id)
    if (id !== null && before === undefined)
      return refuse(problem('allocation.person-not-found', { person: id }))
    if ((before?.version ?? 0) !== person.version) return refuse(changedMeanwhile(person.name))
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

/** Two people may have one name: the second is numbered. */
function freeId(name: string, assessors: readonly Assessor[]): AssessorId {
  const base = slug(name)
  for (let number = 1; ; number += 1) {
    const id = assessorId(`${base === '' ? 'person' : base}${number === 1 ? '' : `-${number}`}`)
    if (id !== undefined && !assessors.some((one) => one.id === id)) return id
  }
}
