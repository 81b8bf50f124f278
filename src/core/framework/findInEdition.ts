/** Finding the parts of an edition by their ids as they come from outside. */
import type { Domain, Edition, KeyQuestion, Prompt, Rating, Standard } from './edition.ts'

export function allStandards(edition: Edition): readonly Standard[] {
  return edition.domains.flatMap(({ standards }) => standards)
}

export function findStandard(edition: Edition, id: string): Standard | undefined {
  return allStandards(edition).find((standard) => standard.id === id)
}

/** The key question of a full id such as `2.1.1`. */
export function findKeyQuestion(edition: Edition, id: string): KeyQuestion | undefined {
  return allStandards(edition)
    .flatMap(({ keyQuestions }) => keyQuestions)
    .find((keyQuestion) => keyQuestion.id === id)
}

/** The prompt of a full id such as `2.1.1.a`. */
export function findPrompt(edition: Edition, id: string): Prompt | undefined {
  return allStandards(edition)
    .flatMap(({ keyQuestions }) => keyQuestions)
    .flatMap(({ prompts }) => prompts)
    .find((prompt) => prompt.id === id)
}

export function domainOfStandard(edition: Edition, id: string): Domain | undefined {
  return edition.domains.find(({ standards }) => standards.some((standard) => standard.id === id))
}

/** The domain whose cases are of the kind `caseDomain`, such as `out-of-court`. */
export function domainOfCases(edition: Edition, caseDomain: string): Domain | undefined {
  return edition.domains.find(({ cases }) => cases === caseDomain)
}

/** The title of a rating on the edition's scale. Throws where the rating is not of this edition. */
export function ratingTitle(edition: Edition, rating: Rating): string {
  const point = edition.scale.find((candidate) => candidate.rating === rating)
  if (point === undefined) throw new RangeError(`edition ${edition.id} has no rating ${rating}`)
  return point.title
}
