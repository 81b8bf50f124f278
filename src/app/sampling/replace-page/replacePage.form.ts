import type { Edition } from '../../../core/framework/edition.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import { problem } from '../problems.ts'
import type { ReplacementRequest } from './replaceSampledCase.ts'

/** Returns the reason, one of those of the edition, and the note. Refuses if either is missing. */
export function replaceForm(
  { sample }: Edition,
  pseudonym: string,
  values: FormValues,
): Result<ReplacementRequest> {
  const { reason = '', note: typed = '' } = values
  const isKnown = sample.replacementReasons.some(({ code }) => code === reason)
  const note = typed.trim()
  const problems: readonly Problem[] = [
    ...(isKnown ? [] : [problem('sampling.replacement-reason-unknown', {}, { field: 'reason' })]),
    ...textProblems(note, 'reason', problem('sampling.replacement-note-missing', {}, { field: 'note' })),
  ]
  return unlessProblems(problems, () => ({ pseudonym, reason, note }))
}
