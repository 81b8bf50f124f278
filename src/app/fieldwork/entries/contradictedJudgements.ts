import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import {
  type ContradictedJudgement,
  judgementDiffersFromPrompts,
} from '../../../core/fieldwork/judgementDiffersFromPrompts.ts'
import type { LoadedCase } from '../case/loadCase.ts'

/** Returns the key questions of a case whose judgement does not match its prompts, each with the text of the warning. */
export function contradictedJudgements({ edition, inspected, entries }: LoadedCase) {
  return keyQuestionsOfCase(edition, inspected.caseDomain).flatMap(({ keyQuestion }) => {
    const contradicted = judgementDiffersFromPrompts(edition, keyQuestion, entries)
    if (contradicted === undefined) return []
    return [{ keyQuestion: keyQuestion.id, text: contradictionText(contradicted) }]
  })
}

/** Returns the warning about a judgement that does not match its prompts. */
export function contradictionText({ judged, against, of }: ContradictedJudgement): string {
  const otherwise = judged === 'yes' ? 'no' : 'yes'
  const prompts =
    of === 1
      ? `The only prompt that applies is answered “${otherwise}”.`
      : `${against} of the ${of} prompts that apply are answered “${otherwise}”.`
  return `Your judgement is “${judged}”. ${prompts} If your judgement is right, explain why in the note.`
}
