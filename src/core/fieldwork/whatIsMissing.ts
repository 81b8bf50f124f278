/** What a case still lacks before it can be handed in: listed, each with where it belongs. */
import type { Edition, KeyQuestion } from '../framework/edition.ts'
import { caseFacts } from './caseFacts.ts'
import { keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries } from './currentEntries.ts'
import type { EntryRef } from './entry.ts'

export type Missing = EntryRef & {
  /** `value`: nothing given; `reason`: not applicable without a reason; `decision`: two values and no decision. */
  readonly lacks: 'value' | 'reason' | 'decision'
}

/** Everything missing, in the order of the form. `contested` are the entries with an open conflict. */
export function whatIsMissing(
  edition: Edition,
  caseDomain: string,
  entries: CurrentEntries,
  contested: readonly EntryRef[],
): readonly Missing[] {
  return [
    ...caseFacts
      .filter(({ id, required }) => required && entries.fact(id) === null)
      .map(({ id }) => ({ kind: 'fact', item: id, lacks: 'value' }) as const),
    ...keyQuestionsOfCase(edition, caseDomain).flatMap(({ keyQuestion }) => missingIn(keyQuestion, entries)),
    ...contested.map((ref) => ({ kind: ref.kind, item: ref.item, lacks: 'decision' }) as const),
  ]
}

function missingIn(keyQuestion: KeyQuestion, entries: CurrentEntries): readonly Missing[] {
  return [...keyQuestion.prompts, keyQuestion].flatMap(({ id }): readonly Missing[] => {
    const entry = entries.find({ kind: 'answer', item: id })
    if (entry?.value == null) return [{ kind: 'answer', item: id, lacks: 'value' }]
    const reasonless = entry.value === 'na' && entry.detail === null
    return reasonless ? [{ kind: 'answer', item: id, lacks: 'reason' }] : []
  })
}
