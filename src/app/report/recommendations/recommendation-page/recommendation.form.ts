import { type Result, unlessProblems } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import type { Direction } from '../../../../core/report/orderRecommendations.ts'
import type { Recommendation } from '../../../../core/report/reportSources.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { problem } from '../../problems.ts'

/** What was typed, or every field that is missing. A line break is a space: a recommendation is one paragraph. */
export function recommendationWords(body: FormValues): Result<Recommendation> {
  const { owner: typedOwner = '', text: typedText = '' } = body
  const owner = oneLine(typedOwner)
  const text = oneLine(typedText)
  const problems = [
    ...(owner === '' ? [problem('recommendations.owner-missing', {}, { field: 'owner' })] : []),
    ...(text === '' ? [problem('recommendations.text-missing', {}, { field: 'text' })] : []),
    ...lengthProblems(owner, 'name', { field: 'owner' }),
    ...lengthProblems(text, 'reason', { field: 'text' }),
  ]
  return unlessProblems(problems, () => ({ owner, text }))
}

/** Up, unless the form says down. */
export function directionOf({ direction }: FormValues): Direction {
  return direction === 'down' ? 'down' : 'up'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
