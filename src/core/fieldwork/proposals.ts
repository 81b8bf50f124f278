/** The questions that the facts of a case make pointless: they are proposed as not applicable, with the reason. */
import type { Edition } from '../framework/edition.ts'
import { type CaseKeyQuestion, keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries } from './currentEntries.ts'

/** Returns the reason for each question of the case that is proposed as not applicable, by the id of the question. */
export function proposedNotApplicable(
  edition: Edition,
  caseDomain: string,
  entries: CurrentEntries,
): ReadonlyMap<string, string> {
  const asked = keyQuestionsOfCase(edition, caseDomain)
  return new Map(
    edition.notApplicableWhen
      .filter(({ fact, is }) => entries.fact(fact) === is)
      .flatMap(({ reason, questions }) =>
        questions.flatMap((id) => allowingNa(asked, id)).map((id) => [id, reason] as const),
      ),
  )
}

function allowingNa(asked: readonly CaseKeyQuestion[], id: string): readonly string[] {
  return asked
    .flatMap(({ keyQuestion }) => {
      const all = [keyQuestion, ...keyQuestion.prompts]
      return keyQuestion.id === id ? all : all.filter((question) => question.id === id)
    })
    .filter(({ answers }) => answers.includes('na'))
    .map((question) => question.id)
}
