/** Finding the parts of an edition by their ids as they come from outside. */
import type { Domain, KeyQuestion, Prompt, Standard, WithDomains } from './standards.ts'

/** Returns the standards of an edition, in its order. */
export function allStandards({ domains }: WithDomains): readonly Standard[] {
  return domains.flatMap(({ standards }) => standards)
}

/** Returns the standard with the id, such as `2.1`, or undefined if the edition has none. */
export function findStandard(edition: WithDomains, id: string): Standard | undefined {
  return allStandards(edition).find((standard) => standard.id === id)
}

/** Returns the key question with the full id, such as `2.1.1`, or undefined if the edition has none. */
export function findKeyQuestion(edition: WithDomains, id: string): KeyQuestion | undefined {
  return allStandards(edition)
    .flatMap(({ keyQuestions }) => keyQuestions)
    .find((keyQuestion) => keyQuestion.id === id)
}

/** Returns the prompt with the full id, such as `2.1.1.a`, or undefined if the edition has none. */
export function findPrompt(edition: WithDomains, id: string): Prompt | undefined {
  return allStandards(edition)
    .flatMap(({ keyQuestions }) => keyQuestions)
    .flatMap(({ prompts }) => prompts)
    .find((prompt) => prompt.id === id)
}

/** Returns the domain of the standard with the id, or undefined if the edition has none. */
export function domainOfStandard({ domains }: WithDomains, id: string): Domain | undefined {
  return domains.find(({ standards }) => standards.some((standard) => standard.id === id))
}

/** Returns the domain whose cases are of the kind `caseDomain`, such as `out-of-court`, or undefined if there is none. */
export function domainOfCases({ domains }: WithDomains, caseDomain: string): Domain | undefined {
  return domains.find(({ cases }) => cases === caseDomain)
}
