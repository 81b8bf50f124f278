import type { Problem } from '../../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../../core/kernel/result.ts'
import { lengthProblems, textProblems } from '../../../../core/kernel/textLimits.ts'
import { conflictKinds } from '../../../../core/sampling/allocation/allocation.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import type { ConflictToDeclare } from './conflictChanges.ts'

/** Returns a conflict of interest from the form that declares one. Refuses with everything that is missing. */
export function conflictForm(values: FormValues): Result<ConflictToDeclare> {
  const problems: Problem[] = []
  const { assessor = '', kind = '', reason = '' } = values
  if (assessor === '') problems.push(problem('allocation.person-missing', {}, { field: 'assessor' }))
  const known = conflictKinds.find((each) => each === kind)
  if (known === undefined) problems.push(problem('allocation.conflict-kind-missing', {}, { field: 'kind' }))
  const field = known === 'case' ? 'case' : 'caseManager'
  const about = known === 'service' ? null : (values[field] ?? '').trim()
  if (about === '' && known !== undefined) problems.push(problem('allocation.about-missing', {}, { field }))
  problems.push(...lengthProblems(about, 'name', { field }))
  problems.push(
    ...textProblems(reason, 'reason', problem('allocation.reason-missing', {}, { field: 'reason' })),
  )
  return unlessProblems(problems, () => ({
    assessor,
    kind: known ?? 'service',
    about,
    reason: reason.trim().replace(/\s+/g, ' '),
  }))
}
