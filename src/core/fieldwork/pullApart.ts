/** Where the judgement on a key question and the answers to its prompts pull apart. It warns and never forces. */
import type { Edition } from '../framework/edition.ts'
import type { KeyQuestion } from '../framework/standards.ts'
import type { CurrentEntries } from './currentEntries.ts'

export type PullApart = {
  readonly judged: 'yes' | 'no'
  /** Prompts answered the other way, of those that apply and are answered. */
  readonly against: number
  readonly of: number
}

/**
 * The judgement is the inspector's own and no sum of prompts; it pulls apart where more of the prompts that apply than
 * the edition's share were answered the other way. Undefined where it does not, or nothing is answered yet.
 */
export function pullApart(
  { fieldwork }: Edition,
  keyQuestion: KeyQuestion,
  entries: CurrentEntries,
): PullApart | undefined {
  const judged = entries.answer(keyQuestion.id)
  if (judged !== 'yes' && judged !== 'no') return undefined
  const answered = keyQuestion.prompts
    .map(({ id }) => entries.answer(id))
    .filter((answer) => answer === 'yes' || answer === 'no')
  const against = answered.filter((answer) => answer !== judged).length
  const isWarned = against * 100 > fieldwork.pullApartAbovePercent * answered.length
  return isWarned ? { judged, against, of: answered.length } : undefined
}
