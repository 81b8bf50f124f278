/** The questions that a case is asked, by the edition and the kind of case. */
import type { Edition } from '../framework/edition.ts'
import { domainOfCases } from '../framework/findInEdition.ts'
import type { KeyQuestion, Prompt, Standard } from '../framework/standards.ts'

export type CaseKeyQuestion = { readonly standard: Standard; readonly keyQuestion: KeyQuestion }

/** Returns the key questions for cases of `caseDomain`, in the edition's order; none if no such cases are inspected. */
export function keyQuestionsOfCase(edition: Edition, caseDomain: string): readonly CaseKeyQuestion[] {
  const standards = domainOfCases(edition, caseDomain)?.standards ?? []
  return standards
    .filter(({ judgedFrom }) => judgedFrom === 'cases')
    .flatMap((standard) => standard.keyQuestions.map((keyQuestion) => ({ standard, keyQuestion })))
}

/** Returns the key question or prompt `id`, or undefined if cases of `caseDomain` are not asked it. */
export function questionOfCase(
  edition: Edition,
  caseDomain: string,
  id: string,
): KeyQuestion | Prompt | undefined {
  return keyQuestionsOfCase(edition, caseDomain)
    .flatMap(({ keyQuestion }) => [keyQuestion, ...keyQuestion.prompts])
    .find((question) => question.id === id)
}
