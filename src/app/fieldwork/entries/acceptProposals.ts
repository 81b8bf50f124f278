import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { proposedNotApplicable } from '../../../core/fieldwork/proposals.ts'
import type { LoadedCase } from '../case/loadCase.ts'
import type { SentEntry } from './writtenEntries.form.ts'

/**
 * The entries of a form with what its writer accepted as not applicable, `propose:KEYQUESTION`, each with its reason.
 * What they answered themselves stays as they answered it.
 */
export function acceptProposals(
  { edition, inspected, entries }: LoadedCase,
  body: Readonly<Record<string, string>>,
  sent: readonly SentEntry[],
): readonly SentEntry[] {
  const accepted: readonly string[] = keyQuestionsOfCase(edition, inspected.caseDomain)
    .filter(({ keyQuestion }) => body[`propose:${keyQuestion.id}`] === 'yes')
    .flatMap(({ keyQuestion }) => keyQuestion.prompts.map(({ id }) => id))
  const proposed = proposedNotApplicable(edition, inspected.caseDomain, entries)
  return sent.map(({ ref, write }) => {
    const reason = ref.kind === 'answer' && accepted.includes(ref.item) ? proposed.get(ref.item) : undefined
    const isOpen = reason !== undefined && (write.value ?? '') === ''
    return isOpen ? { ref, write: { ...write, value: 'na', detail: reason } } : { ref, write }
  })
}
