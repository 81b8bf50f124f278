import type { Problem } from '../../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../../core/kernel/result.ts'
import { textProblems } from '../../../../core/kernel/textLimits.ts'
import { assessorRoles } from '../../../../core/sampling/allocation/allocation.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { numberField } from '../numberField.ts'
import { problem } from '../problems.ts'
import type { AssessorToSave } from './saveAssessor.ts'

/** The value that the form has for a service that is not on the register. */
export const otherService = 'other'

const mostCasesPerDay = 10

/**
 * Returns a person from their form. `services` are the ids of the register; `lastDay` is the number of days of
 * fieldwork. Refuses with everything that is missing or not valid.
 */
export function assessorForm(
  values: FormValues,
  services: readonly string[],
  lastDay: number,
): Result<AssessorToSave> {
  const problems: Problem[] = []
  const { name = '', role = '', ownService = '', account = '' } = values
  problems.push(...textProblems(name, 'name', problem('allocation.name-missing', {}, { field: 'name' })))
  const known = assessorRoles.find((each) => each === role)
  if (known === undefined) problems.push(problem('allocation.role-missing', {}, { field: 'role' }))
  const isLocal = known === 'local-assessor'
  if (isLocal && ownService !== otherService && !services.includes(ownService))
    problems.push(problem('allocation.own-service-missing', {}, { field: 'ownService' }))
  const cases = { field: 'casesPerDay', name: 'Cases per day', range: [1, mostCasesPerDay] } as const
  const casesPerDay = numberField(values, cases, problems)
  const days = Array.from({ length: lastDay }, (_, index) => index + 1).filter(
    (day) => values[`day-${day}`] === 'yes',
  )
  return unlessProblems(problems, () => ({
    name: name.trim().replace(/\s+/g, ' '),
    role: known ?? 'inspector',
    ownServiceId: isLocal && ownService !== otherService ? ownService : null,
    casesPerDay,
    days,
    personId: account === '' ? null : account,
    version: versionSeen(values),
  }))
}
