/** What the facts of a case make pointless to ask: proposed as not applicable, with the reason; never forced. */
import type { CaseCondition, Edition } from '../framework/edition.ts'
import { type CaseKeyQuestion, keyQuestionsOfCase } from './caseQuestions.ts'
import type { CurrentEntries } from './currentEntries.ts'

const conditions: Readonly<Record<CaseCondition, { readonly fact: string; readonly reason: string }>> = {
  'no-known-victim': { fact: 'known-victim', reason: 'There is no known victim.' },
  'no-risk-to-others': {
    fact: 'risk-to-others',
    reason: 'There are no factors related to keeping other people safe.',
  },
}

/** The reason for each question of the case that is proposed as not applicable, by its id. */
export function proposedNotApplicable(
  edition: Edition,
  caseDomain: string,
  entries: CurrentEntries,
): ReadonlyMap<string, string> {
  const asked = keyQuestionsOfCase(edition, caseDomain)
  return new Map(
    edition.notApplicableWhen
      .filter(({ condition }) => entries.fact(conditions[condition].fact) === 'no')
      .flatMap(({ condition, questions }) =>
        questions
          .flatMap((id) => allowingNa(asked, id))
          .map((id) => [id, conditions[condition].reason] as const),
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
