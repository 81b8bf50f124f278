/** A judgement on a key question that its prompts contradict. The inspector is warned and can still save it. */
import type { Edition } from '../framework/edition.ts'
import type { KeyQuestion } from '../framework/standards.ts'
import type { CurrentEntries } from './currentEntries.ts'

export type ContradictedJudgement = {
  readonly judged: 'yes' | 'no'
  /** Prompts with the other answer, of those that apply and are answered. */
  readonly against: number
  readonly of: number
}

/**
 * Returns how many prompts contradict the judgement, if that is more than the edition's share of the prompts that
 * apply; otherwise undefined, also if nothing is answered yet. The judgement is the inspector's own and not a sum of
 * prompts.
 */
export function judgementDiffersFromPrompts(
  { fieldwork }: Edition,
  keyQuestion: KeyQuestion,
  entries: CurrentEntries,
): ContradictedJudgement | undefined {
  const judged = entries.answer(keyQuestion.id)
  if (judged !== 'yes' && judged !== 'no') return undefined
  const answered = keyQuestion.prompts
    .map(({ id }) => entries.answer(id))
    .filter((answer) => answer === 'yes' || answer === 'no')
  const against = answered.filter((answer) => answer !== judged).length
  const isWarned = against * 100 > fieldwork.pullApartAbovePercent * answered.length
  return isWarned ? { judged, against, of: answered.length } : undefined
}
