/** What the facts of a case make pointless to ask: proposed as not applicable, with the reason; never forced. */
import type { Edition } from '../framework/edition.ts'
import { type CaseKeyQuestion, keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries } from './currentEntries.ts'

/** The reason for each question of the case that is proposed as not applicable, by its id. */
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
