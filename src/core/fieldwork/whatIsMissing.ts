/** What a case needs before it can be handed in, each with its place. */
import type { Edition } from '../framework/edition.ts'
import type { CaseFact } from '../framework/rules/caseRules.ts'
import type { KeyQuestion } from '../framework/standards.ts'
import { factsOf } from './caseFacts.ts'
import { keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries } from './currentEntries.ts'
import { type EntryRef, isUnconfirmed } from './entry.ts'

/**
 * `value`: nothing is recorded. `reason`: this value needs a reason. `confirmation`: only the case list says it.
 * `decision`: a conflict is not resolved.
 */
export const missingKinds = ['value', 'reason', 'confirmation', 'decision'] as const
export type MissingKind = (typeof missingKinds)[number]

export type Missing = EntryRef & {
  readonly missing: MissingKind
}

/** Returns everything that is missing, in the order of the form. `contested` are the entries with a conflict. */
export function whatIsMissing(
  edition: Edition,
  caseDomain: string,
  entries: CurrentEntries,
  contested: readonly EntryRef[],
): readonly Missing[] {
  return [
    ...factsOf(edition)
      .filter(({ required }) => required)
      .flatMap((fact) => missingOf(fact, entries)),
    ...keyQuestionsOfCase(edition, caseDomain).flatMap(({ keyQuestion }) => missingIn(keyQuestion, entries)),
    ...contested.map((ref) => ({ kind: ref.kind, item: ref.item, missing: 'decision' }) as const),
  ]
}

function missingOf({ id, needsDetailFor }: CaseFact, entries: CurrentEntries): readonly Missing[] {
  const ref = { kind: 'fact', item: id } as const
  const entry = entries.find(ref)
  if (entry?.value == null) return [{ ...ref, missing: 'value' }]
  if (isUnconfirmed(entry)) return [{ ...ref, missing: 'confirmation' }]
  return entry.value === needsDetailFor && entry.detail === null ? [{ ...ref, missing: 'reason' }] : []
}

function missingIn(keyQuestion: KeyQuestion, entries: CurrentEntries): readonly Missing[] {
  return [...keyQuestion.prompts, keyQuestion].flatMap(({ id }): readonly Missing[] => {
    const entry = entries.find({ kind: 'answer', item: id })
    if (entry?.value == null) return [{ kind: 'answer', item: id, missing: 'value' }]
    const reasonless = entry.value === 'na' && entry.detail === null
    return reasonless ? [{ kind: 'answer', item: id, missing: 'reason' }] : []
  })
}
