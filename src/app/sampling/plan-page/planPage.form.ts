/** The forms before the draw: start of fieldwork and seed, a size set by hand, a case left out by hand. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import { fieldworkMonday } from '../../../core/sampling/eligibleWindow.ts'
import type { SizeOverride } from '../../../core/sampling/sampleSize.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import type { PlannedDraw } from '../samplePlan.queries.ts'
import type { ExclusionByReference } from './changePlan.ts'

/** Returns the Monday, the seed and who agreed it. Refuses with every field that is missing or not valid. */
export function planForm(values: FormValues): Result<Pick<PlannedDraw, 'fieldwork' | 'seed' | 'seedAgreed'>> {
  const { fieldwork: monday = '', seed: text = '', seedAgreed: agreement = '' } = values
  const [seed, seedAgreed] = [text.trim(), agreement.trim()]
  const fieldwork = fieldworkMonday(monday)
  const others: readonly Problem[] = [
    ...textProblems(seed, 'name', problem('sampling.seed-missing', {}, { field: 'seed' })),
    ...textProblems(
      seedAgreed,
      'reason',
      problem('sampling.seed-agreement-missing', {}, { field: 'seedAgreed' }),
    ),
  ]
  if (!fieldwork.ok) return refuse(...fieldwork.problems, ...others)
  const [first, ...rest] = others
  return first === undefined ? done({ fieldwork: fieldwork.value, seed, seedAgreed }) : refuse(first, ...rest)
}

/** Returns the size of one kind of cases with its reason. Refuses if the size is not a whole number. */
export function sizeForm(values: FormValues): Result<SizeOverride> {
  const { domain = '', size = '', reason = '', by = '' } = values
  const value = size.trim()
  const override = { domain, size: Number(value), reason: reason.trim(), by: by.trim() }
  return /^\d{1,6}$/.test(value)
    ? done(override)
    : refuse(problem('sampling.size-not-whole', { value }, { field: 'overrideSize' }))
}

/** Returns the case to leave out, as it was typed; what is missing is refused when the plan is changed. */
export function exclusionForm({ case: caseId = '', reason = '', by = '' }: FormValues): ExclusionByReference {
  return { caseId: caseId.trim(), reason: reason.trim(), by: by.trim() }
}

/** Returns the id on the page of a field of the size form: the page has one such form for each kind of cases. */
export function sizeFieldId(field: string, domain: string): string {
  return `${field}-${domain}`
}
