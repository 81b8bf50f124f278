import type { Edition } from '../framework/edition.ts'
import type { CaseFact } from '../framework/rules/caseRules.ts'
import { ageOfChild, oldest, youngest } from '../intake/ageOfChild.ts'
import { quotable } from '../intake/wording.ts'
import { isLocalDateTime, isTimeInLondon, localDateTimeText } from '../kernel/localDateTime.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { isStorable } from '../kernel/storableText.ts'
import { lengthProblems } from '../kernel/textLimits.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { findFact, valuesOf } from './caseFacts.ts'
import { keyQuestionsOfCase, questionOfCase } from './caseQuestions.ts'
import type { EntryRef, EntryValue } from './entry.ts'
import { problem } from './problems.ts'

const ageNotKnown = 'not-known'

export const practiceRatings = ['good-practice', 'poor-practice'] as const

/**
 * Returns the entry as it is stored: texts without space at their ends, and empty texts as null. Refuses a question
 * that the case is not asked, a fact that the edition does not have, and a value that is not allowed. It does not
 * refuse a missing reason: that is for `whatIsMissing`.
 */
export function checkEntry(
  edition: Edition,
  caseDomain: string,
  ref: EntryRef,
  written: EntryValue,
): Result<EntryValue> {
  const value = asStored(edition, ref, trimmed(written.value))
  const canBeStored = [value, written.detail ?? ''].every((text) => text === null || isStorable(text))
  const problems = [
    ...(canBeStored
      ? problemsOf(edition, caseDomain, ref, value)
      : [problem('fieldwork.text-unreadable', {})]),
    ...lengthProblems(value, 'note'),
    ...lengthProblems(trimmed(written.detail), 'note'),
  ]
  return unlessProblems(problems, () => ({ value, detail: value === null ? null : trimmed(written.detail) }))
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
      const fact = findFact(edition, item)
      if (fact === undefined) return [problem('fieldwork.fact-not-found', { fact: item })]
      return problemsOfFact(fact, value)
    }
    case 'note':
      return isKeyQuestion(edition, caseDomain, item) ? [] : [notAsked(item)]
    case 'practice':
      return isKeyQuestion(edition, caseDomain, item)
        ? notAmong(value, practiceRatings, item)
        : [notAsked(item)]
    default:
      return unreachable(kind)
  }
}

function problemsOfFact(fact: CaseFact, value: string | null): readonly Problem[] {
  if (value === null) return []
  switch (fact.form) {
    case 'choice':
    case 'gender':
    case 'ethnicity':
      return notAmong(value, valuesOf(fact), fact.id)
    case 'age':
      return value === ageNotKnown || ageOfChild(value) !== null
        ? []
        : [problem('fieldwork.age-impossible', { value: quotable(value), youngest, oldest })]
    case 'interview-time':
      if (!isLocalDateTime(value)) return [problem('fieldwork.time-impossible', { value: quotable(value) })]
      return isTimeInLondon(value)
        ? []
        : [problem('fieldwork.time-skipped', { value: localDateTimeText(value) })]
    case 'words':
    case 'disposal':
      return []
    default:
      return unreachable(fact.form)
  }
}

/** An age is the same value however it is typed. */
function asStored(edition: Edition, { kind, item }: EntryRef, value: string | null): string | null {
  if (value === null || kind !== 'fact' || findFact(edition, item)?.form !== 'age') return value
  if (/^not[ -]known$/i.test(value)) return ageNotKnown
  return String(ageOfChild(value) ?? value)
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
