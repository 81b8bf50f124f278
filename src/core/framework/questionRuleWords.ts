/** What may be answered and what is divided, said once for most questions and then for the others. */
import { answersWords, denominatorTitle } from './answerWords.ts'
import type { Answer, Denominator, Edition, Standard } from './edition.ts'
import { allStandards } from './findInEdition.ts'
import type { RuleWords } from './ruleWords.ts'

type Ruled = { readonly id: string; readonly answers: readonly Answer[]; readonly denominator: Denominator }

export function answersRule(edition: Edition): RuleWords {
  return questionRule('Answers', edition, ({ answers }) => answersWords(answers))
}

export function denominatorsRule(edition: Edition): RuleWords {
  return questionRule('What a percentage divides by', edition, ({ denominator }) =>
    denominatorTitle(denominator),
  )
}

function questionRule(title: string, edition: Edition, word: (question: Ruled) => string): RuleWords {
  const keyQuestions = fromCases(edition).flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  return {
    title,
    sentences: [],
    items: [...kindItems('Key questions', keyQuestions, word), ...kindItems('Prompts', prompts, word)],
  }
}

function fromCases(edition: Edition): readonly Standard[] {
  return allStandards(edition).filter(({ judgedFrom }) => judgedFrom === 'cases')
}

function kindItems(
  kind: string,
  questions: readonly Ruled[],
  word: (question: Ruled) => string,
): readonly string[] {
  const usual = mostFrequent(questions.map(word))
  if (usual === undefined) return []
  const others = questions.filter((question) => word(question) !== usual)
  return [`${kind}: ${usual}`, ...others.map((question) => `${question.id}: ${word(question)}`)]
}

/** The word that stands most often; of two that stand as often, the first. */
function mostFrequent(words: readonly string[]): string | undefined {
  const count = (word: string) => words.filter((other) => other === word).length
  return [...new Set(words)].toSorted((a, b) => count(b) - count(a))[0]
}
