import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import type { Editions } from '../../framework/editions.ts'

/** Returns a key question about cases that has prompts, and its first prompt, for the examples in the description. */
export function exampleQuestions(editions: Editions): {
  readonly keyQuestion: string
  readonly prompt: string
} {
  const asked = [...editions.values()].flatMap((edition) =>
    edition.domains.flatMap(({ cases }) => (cases === null ? [] : keyQuestionsOfCase(edition, cases))),
  )
  const example = asked.findLast(({ keyQuestion }) => keyQuestion.prompts.length > 0)?.keyQuestion
  return { keyQuestion: example?.id ?? 'key-question', prompt: example?.prompts[0]?.id ?? 'prompt' }
}
