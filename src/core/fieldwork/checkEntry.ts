import type { Edition } from '../framework/edition.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { findFact } from './caseFacts.ts'
import { keyQuestionsOfCase, questionOfCase } from './caseQuestions.ts'
import type { EntryRef, EntryValue } from './entry.ts'

export const practiceMarks = ['good-practice', 'poor-practice'] as const

/**
 * The entry as it is stored: texts without space around them, empty ones as none. Refuses a question that the case
 * is not asked, a fact there is none of, and a value that is not allowed there. A reason that is still missing is
 * no fault here: completeness asks for it.
 */
export function checkEntry(
  edition: Edition,
  caseDomain: string,
  ref: EntryRef,
  given: EntryValue,
): Result<EntryValue> {
  const value = trimmed(given.value)
  const problems = problemsOf(edition, caseDomain, ref, value)
  return unlessProblems(problems, () => ({ value, detail: value === null ? null : trimmed(given.detail) }))
}

function problemsOf(
  edition: Edition,
  caseDomain: string,
  { kind, item }: EntryRef,
  value: string | null,
): readonly Problem[] {
  switch (kind) {
    case 'answer': {
      const question = questionOfCase(edition, caseDomain, item)
      return question === undefined ? [notAsked(item)] : notAmong(value, question.answers, item)
    }
    case 'fact': {
      const fact = findFact(item)
      if (fact === undefined) return [problem('fieldwork.fact-not-found', { fact: item })]
      return fact.values.length === 0 ? [] : notAmong(value, fact.values, item)
    }
    case 'note':
      return isKeyQuestion(edition, caseDomain, item) ? [] : [notAsked(item)]
    case 'practice':
      return isKeyQuestion(edition, caseDomain, item)
        ? notAmong(value, practiceMarks, item)
        : [notAsked(item)]
    default:
      return unreachable(kind)
  }
}

function isKeyQuestion(edition: Edition, caseDomain: string, id: string): boolean {
  return keyQuestionsOfCase(edition, caseDomain).some(({ keyQuestion }) => keyQuestion.id === id)
}

function notAsked(question: string): Problem {
  return problem('fieldwork.question-not-asked', { question })
}

function notAmong(value: string | null, allowed: readonly string[], item: string): readonly Problem[] {
  if (value === null || allowed.includes(value)) return []
  return [problem('fieldwork.value-not-allowed', { item, value, allowed: allowed.join(', ') })]
}

function trimmed(text: string | null): string | null {
  const inner = text?.replace(/\r\n?/g, '\n').trim() ?? ''
  return inner === '' ? null : inner
}
