/** What a signature covers: the questions as they were asked, and everything that was recorded about the case. */
import type { Edition } from '../framework/edition.ts'
import { factsOf, listOfValues } from './caseFacts.ts'
import { keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries, StoredEntry } from './currentEntries.ts'

export type SignedCase = {
  readonly edition: string
  readonly caseDomain: string
  /** With the guidance that was shown next to a key question, or null. */
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly guidance: string | null
  }[]
  /** The facts that every case is asked; `standard` is the published list that the values belong to. */
  readonly facts: readonly { readonly id: string; readonly title: string; readonly standard: string | null }[]
  readonly entries: readonly StoredEntry[]
}

/** Returns what signing the case now would cover. */
export function signedCase(edition: Edition, caseDomain: string, entries: CurrentEntries): SignedCase {
  return {
    edition: edition.id,
    caseDomain,
    questions: keyQuestionsOfCase(edition, caseDomain)
      .flatMap(({ keyQuestion }) => [
        keyQuestion,
        ...keyQuestion.prompts.map((prompt) => ({ ...prompt, guidance: null })),
      ])
      .map(({ id, text, guidance }) => ({ id, text, guidance })),
    facts: factsOf(edition).map((fact) => ({ id: fact.id, title: fact.title, standard: listOfValues(fact) })),
    entries: entries.all.filter(({ value }) => value !== null),
  }
}
