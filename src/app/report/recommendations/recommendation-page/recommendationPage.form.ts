import { type Result, unlessProblems } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import type { Direction } from '../../../../core/report/orderRecommendations.ts'
import type { Recommendation } from '../../../../core/report/reportSources.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import { problem } from '../../problems.ts'

/**
 * Returns the recommendation that was typed. A line break is a space: a recommendation is one paragraph. Refuses with a
 * problem for each field that is empty or too long.
 */
export function recommendationForm(body: FormValues): Result<Recommendation> {
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

/** Returns the direction that the form asks for: up, unless it says down. */
export function directionOf({ direction }: FormValues): Direction {
  return direction === 'down' ? 'down' : 'up'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
