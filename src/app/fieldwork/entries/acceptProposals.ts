import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { proposedNotApplicable } from '../../../core/fieldwork/proposals.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import type { SentEntry } from './entries.form.ts'

/**
 * Returns the entries of a form with what its writer accepted as not applicable, `propose:KEYQUESTION`, each with its
 * reason. What they answered themselves stays as they answered it.
 */
export function acceptProposals(
  { edition, inspected, entries }: LoadedCase,
  values: FormValues,
  sent: readonly SentEntry[],
): readonly SentEntry[] {
  const accepted: readonly string[] = keyQuestionsOfCase(edition, inspected.caseDomain)
    .filter(({ keyQuestion }) => values[`propose:${keyQuestion.id}`] === 'yes')
    .flatMap(({ keyQuestion }) => keyQuestion.prompts.map(({ id }) => id))
  const proposed = proposedNotApplicable(edition, inspected.caseDomain, entries)
  return sent.map(({ ref, write }) => {
    const reason = ref.kind === 'answer' && accepted.includes(ref.item) ? proposed.get(ref.item) : undefined
    const isUnanswered = reason !== undefined && (write.value ?? '') === ''
    return isUnanswered ? { ref, write: { ...write, value: 'na', detail: reason } } : { ref, write }
  })
}
