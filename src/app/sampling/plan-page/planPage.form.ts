/** What the forms before the draw say: fieldwork and seed, a size set by hand, a case left out by hand. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import { fieldworkMonday } from '../../../core/sampling/eligibleWindow.ts'
import type { SizeOverride } from '../../../core/sampling/sampleSize.ts'
import { problem } from '../problems.ts'
import type { PlannedDraw } from '../samplePlan.queries.ts'
import type { ExclusionByReference } from './changePlan.ts'

type Body = Readonly<Record<string, string>>

/** The Monday, the seed and who agreed it, or every field that is missing or unfit. */
export function planForm(body: Body): Result<Pick<PlannedDraw, 'fieldwork' | 'seed' | 'seedAgreed'>> {
  const { fieldwork: monday = '', seed: text = '', seedAgreed: agreement = '' } = body
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

/** The size of one kind of cases with its reason, or why it is none. */
export function sizeForm(body: Body): Result<SizeOverride> {
  const { domain = '', size = '', reason = '', by = '' } = body
  const value = size.trim()
  const override = { domain, size: Number(value), reason: reason.trim(), by: by.trim() }
  return /^\d{1,6}$/.test(value)
    ? done(override)
    : refuse(problem('sampling.size-not-whole', { value }, { field: 'overrideSize' }))
}

export function exclusionForm({ case: caseId = '', reason = '', by = '' }: Body): ExclusionByReference {
  return { caseId: caseId.trim(), reason: reason.trim(), by: by.trim() }
}
