import { type Answer, answers } from '../framework/answers.ts'
import type { Edition } from '../framework/edition.ts'
import type { CaseDomain, KeyQuestion, Prompt, Standard } from '../framework/standards.ts'

/** A key question or prompt with its place in its edition. */
export type IndexedQuestion = {
  /** Its place among all questions of the edition, in the edition's order. */
  readonly place: number
  readonly standard: Standard
  /** The cases it is asked of; null if its domain inspects none. */
  readonly cases: CaseDomain | null
  readonly allowed: ReadonlySet<string>
} & (
  | { readonly kind: 'key-question'; readonly question: KeyQuestion }
  | { readonly kind: 'prompt'; readonly question: Prompt }
)

/** An edition does not change, so its questions are put in order once. */
const known = new WeakMap<Edition, readonly IndexedQuestion[]>()

/**
 * Returns every key question and prompt of an edition, each key question before its prompts, in the edition's order.
 */
export function questionsOf(edition: Edition): readonly IndexedQuestion[] {
  const before = known.get(edition)
  if (before !== undefined) return before
  const questions = indexQuestions(edition)
  known.set(edition, questions)
  return questions
}

function indexQuestions(edition: Edition): IndexedQuestion[] {
  const questions: IndexedQuestion[] = []
  for (const { cases, standards } of edition.domains) {
    for (const standard of standards) {
      for (const question of standard.keyQuestions) {
        const shared = { standard, cases }
        const allowed = new Set<string>(question.answers)
        questions.push({ ...shared, allowed, place: questions.length, kind: 'key-question', question })
        for (const prompt of question.prompts) {
          const promptAnswers = new Set<string>(prompt.answers)
          const place = questions.length
          questions.push({ ...shared, allowed: promptAnswers, place, kind: 'prompt', question: prompt })
        }
      }
    }
  }
  return questions
}

const answerPlaces: ReadonlyMap<string, number> = new Map(answers.map((answer, place) => [answer, place]))

/** Returns the place of an answer in `answers`, or undefined if it is not one of them. */
export function placeOfAnswer(answer: Answer | string): number | undefined {
  return answerPlaces.get(answer)
}
