import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import {
  type ContradictedJudgement,
  judgementDiffersFromPrompts,
} from '../../../core/fieldwork/judgementDiffersFromPrompts.ts'
import type { LoadedCase } from '../case/loadCase.ts'

/** The key questions of the case whose judgement and prompts pull apart, each with the words of the warning. */
export function pulledApart({ edition, inspected, entries }: LoadedCase) {
  return keyQuestionsOfCase(edition, inspected.caseDomain).flatMap(({ keyQuestion }) => {
    const apart = judgementDiffersFromPrompts(edition, keyQuestion, entries)
    return apart === undefined ? [] : [{ keyQuestion: keyQuestion.id, text: warningWords(apart) }]
  })
}

export function warningWords({ judged, against, of }: ContradictedJudgement): string {
  const otherwise = judged === 'yes' ? 'no' : 'yes'
  return `The judgement is “${judged}”, and ${against} of the ${of} prompts that apply are “${otherwise}”. That can be right: say why in the note.`
}
