import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'

const prefix = 'manager-'

/** Returns the field of the form for the case manager of a case. */
export function managerField(pseudonym: string): string {
  return prefix + pseudonym
}

/** Returns the names by pseudonym. Refuses with each name that is too long. */
export function caseManagersForm(values: FormValues): Result<ReadonlyMap<string, string>> {
  const fields = Object.entries(values).filter(([field]) => field.startsWith(prefix))
  const [first, ...others] = fields.flatMap(([field, name]) => lengthProblems(name, 'name', { field }))
  if (first !== undefined) return refuse(first, ...others)
  return done(new Map(fields.map(([field, name]) => [field.slice(prefix.length), name])))
}
