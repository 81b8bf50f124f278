/** What a signature covers: the questions as they were asked, and everything that was said about the case. */
import type { Edition } from '../framework/edition.ts'
import { factsOf, listOfValues } from './caseFacts.ts'
import { keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries, StoredEntry } from './currentEntries.ts'

export type SignedCase = {
  readonly edition: string
  readonly caseDomain: string
  /** With the guidance that stood beside a key question, or null. */
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly guidance: string | null
  }[]
  /** The facts that are asked of every case; `standard` is the published list that the values of one are of. */
  readonly facts: readonly { readonly id: string; readonly title: string; readonly standard: string | null }[]
  readonly entries: readonly StoredEntry[]
}

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
