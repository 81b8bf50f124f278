/** What a case is asked, what is missing, judgements that do not match their prompts, and what a signature covers. */
import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../test/support/editionBuilder.ts'
import { completeFact } from '../../../test/support/fieldwork.ts'
import type { KeyQuestion } from '../framework/standards.ts'
import { quotable } from '../intake/wording.ts'
import { textLimits } from '../kernel/textLimits.ts'
import { factsOf } from './caseFacts.ts'
import { keyQuestionsOfCase } from './caseQuestions.ts'
import { checkEntry } from './checkEntry.ts'
import { currentEntries, type StoredEntry } from './currentEntries.ts'
import { caseListAuthor, type EntryKind } from './entry.ts'
import { judgementDiffersFromPrompts } from './judgementDiffersFromPrompts.ts'
import { problem } from './problems.ts'
import { proposedNotApplicable } from './proposals.ts'
import { signedCase } from './signedCase.ts'
import { whatIsMissing } from './whatIsMissing.ts'

const edition = aSmallEdition()

function entry(
  kind: EntryKind,
  item: string,
  value: string | null,
  detail: string | null = null,
): StoredEntry {
  const author = { personId: null, name: 'Ada Price' }
  return { kind, item, value, detail, version: 1, author, at: '2026-06-01T09:00:00Z' }
}

const allFacts = factsOf(edition).map((fact) => {
  const { value, detail } = completeFact(fact)
  return entry('fact', fact.id, value, detail)
})
const allAnswers = keyQuestionsOfCase(edition, 'court')
  .flatMap(({ keyQuestion }) => [keyQuestion, ...keyQuestion.prompts])
  .map(({ id }) => entry('answer', id, 'yes'))

describe('what a case is asked', () => {
  test('is the key questions of its own kind of cases that are judged from cases', () => {
    const asked = keyQuestionsOfCase(edition, 'court').map(({ keyQuestion }) => keyQuestion.id)
    expect(asked).toContain('1.1.1')
    expect(asked.some((id) => id.startsWith('2.'))).toBe(false)
  })
  test('is no key question of a standard that is judged from evidence, whose kind of cases it has', () => {
    expect(keyQuestionsOfCase(edition, 'out-of-court').map(({ keyQuestion }) => keyQuestion.id)).toEqual([
      '2.1.1',
    ])
  })
  test('is nothing where the kind is not inspected', () => {
    expect(keyQuestionsOfCase(edition, 'prison')).toEqual([])
  })
})

describe('an entry is checked against the edition', () => {
  const value = (text: string | null, detail: string | null = null) => ({ value: text, detail })
  const check = (kind: EntryKind, item: string, text: string | null, detail: string | null = null) =>
    checkEntry(edition, 'court', { kind, item }, value(text, detail))
  const codeOf = (result: ReturnType<typeof check>) => (result.ok ? null : result.problems[0].code)

  test('an answer the question allows', () => {
    expect(check('answer', '1.1.1.a', 'yes').ok).toBe(true)
    expect(codeOf(check('answer', '1.1.1.a', 'maybe'))).toBe('fieldwork.value-not-allowed')
  })
  test('a question of other cases is not asked', () => {
    expect(codeOf(check('answer', '2.1.1', 'yes'))).toBe('fieldwork.question-not-asked')
  })
  test('notes belong to key questions, not to prompts', () => {
    expect(check('note', '1.1.1', 'Seen in the file').ok).toBe(true)
    expect(codeOf(check('note', '1.1.1.a', 'words'))).toBe('fieldwork.question-not-asked')
  })
  test('facts have their own values', () => {
    expect(check('fact', 'rosh-mine', 'very-high').ok).toBe(true)
    expect(codeOf(check('fact', 'rosh-mine', 'huge'))).toBe('fieldwork.value-not-allowed')
    expect(codeOf(check('fact', 'shoe-size', '9'))).toBe('fieldwork.fact-not-found')
  })
  test('an age is whole years from 10 to 21, or not known', () => {
    expect(check('fact', 'age', '15')).toEqual({ ok: true, value: value('15') })
    expect(check('fact', 'age', '15.0')).toEqual({ ok: true, value: value('15') })
    expect(check('fact', 'age', 'Not known')).toEqual({ ok: true, value: value('not-known') })
    for (const wrong of ['9', '22', '15.5', 'fifteen', '2009-05-01'])
      expect(codeOf(check('fact', 'age', wrong))).toBe('fieldwork.age-impossible')
  })
  test('an ethnicity is one of the harmonised categories, with the words of the source next to it', () => {
    const given = value('gypsy-or-irish-traveller', 'GRT')
    expect(check('fact', 'ethnicity', given.value, given.detail)).toEqual({ ok: true, value: given })
    expect(codeOf(check('fact', 'ethnicity', 'GRT'))).toBe('fieldwork.value-not-allowed')
  })
  test('an interview is on a day that the calendar has', () => {
    expect(check('fact', 'interview-at', '2026-06-01T10:30').ok).toBe(true)
    expect(codeOf(check('fact', 'interview-at', 'Tuesday'))).toBe('fieldwork.time-impossible')
    expect(codeOf(check('fact', 'interview-at', '2026-06-31T10:30'))).toBe('fieldwork.time-impossible')
  })
  test('a practice example is good or poor, under a changed name', () => {
    expect(check('practice', '1.1.1', 'good-practice', 'Sam')).toEqual({
      ok: true,
      value: value('good-practice', 'Sam'),
    })
  })
  test('nothing is a value of every fact, and words of every fact that has no values', () => {
    for (const { id } of factsOf(edition))
      expect(check('fact', id, null)).toEqual({ ok: true, value: value(null) })
    expect(check('fact', 'disposal', 'Referral order')).toEqual({ ok: true, value: value('Referral order') })
    expect(check('practice', '1.1.1', null)).toEqual({ ok: true, value: value(null) })
  })
  test('not known is a value only of the age', () => {
    expect(check('fact', 'age', 'NOT-KNOWN')).toEqual({ ok: true, value: value('not-known') })
    expect(check('fact', 'disposal', 'Not known')).toEqual({ ok: true, value: value('Not known') })
    expect(check('note', '1.1.1', 'Not known')).toEqual({ ok: true, value: value('Not known') })
    expect(check('fact', 'disposal', '15.0')).toEqual({ ok: true, value: value('15.0') })
    for (const wrong of ['not known yet', 'still not known'])
      expect(codeOf(check('fact', 'age', wrong))).toBe('fieldwork.age-impossible')
  })
  test('a practice example belongs to a key question that the case is asked', () => {
    expect(codeOf(check('practice', '1.1.1.a', 'good-practice'))).toBe('fieldwork.question-not-asked')
    expect(codeOf(check('practice', '1.1.1', 'fair-practice'))).toBe('fieldwork.value-not-allowed')
  })
  test('what cannot be stored is refused, in the value and in its detail', () => {
    expect(codeOf(check('note', '1.1.1', 'a\0'))).toBe('fieldwork.text-unreadable')
    expect(codeOf(check('fact', 'ethnicity', 'indian', 'a\uD83D'))).toBe('fieldwork.text-unreadable')
  })
  test('a note as long as the limit is stored, a longer one is refused, in the value and in its detail', () => {
    const most = 'a'.repeat(textLimits.note)
    expect(check('note', '1.1.1', most).ok).toBe(true)
    expect(codeOf(check('note', '1.1.1', `${most}a`))).toBe('text.too-long')
    expect(codeOf(check('fact', 'ethnicity', 'indian', `${most}a`))).toBe('text.too-long')
  })
  test('a line that ends in a carriage return ends like every other', () => {
    expect(check('note', '1.1.1', 'one\rtwo\r\n\rthree')).toEqual({
      ok: true,
      value: value('one\ntwo\n\nthree'),
    })
  })
  test('a refusal says what was found, and what is allowed there', () => {
    const problemsOf = (result: ReturnType<typeof check>) => (result.ok ? [] : result.problems)
    const allowed = { item: '1.1.1.a', value: 'maybe', allowed: 'yes, no, na' }
    expect(problemsOf(check('answer', '1.1.1.a', 'maybe'))).toEqual([
      problem('fieldwork.value-not-allowed', allowed),
    ])
    expect(problemsOf(check('answer', '2.1.1', 'yes'))).toEqual([
      problem('fieldwork.question-not-asked', { question: '2.1.1' }),
    ])
    expect(problemsOf(check('fact', 'shoe-size', '9'))).toEqual([
      problem('fieldwork.fact-not-found', { fact: 'shoe-size' }),
    ])
    expect(problemsOf(check('fact', 'age', 'fifteen'))).toEqual([
      problem('fieldwork.age-impossible', { value: quotable('fifteen'), youngest: 10, oldest: 21 }),
    ])
    expect(problemsOf(check('fact', 'interview-at', 'Tuesday'))).toEqual([
      problem('fieldwork.time-impossible', { value: quotable('Tuesday') }),
    ])
    expect(problemsOf(check('fact', 'interview-at', '2026-03-29T01:30'))).toEqual([
      problem('fieldwork.time-skipped', { value: '29 March 2026 at 1:30am' }),
    ])
  })
  test('space around words is dropped, lines end in one way, and nothing is no value', () => {
    expect(check('note', '1.1.1', '  one\r\ntwo ')).toEqual({ ok: true, value: value('one\ntwo') })
    expect(check('note', '1.1.1', '   ')).toEqual({ ok: true, value: value(null) })
    expect(check('answer', '1.1.1.a', null, 'only a reason')).toEqual({ ok: true, value: value(null) })
  })
})

describe('what is missing from a case', () => {
  const missing = (entries: readonly StoredEntry[]) =>
    whatIsMissing(edition, 'court', currentEntries(entries), [])

  test('is every question and every required fact at the start', () => {
    const required = factsOf(edition).filter((fact) => fact.required)
    const value = (kind: EntryKind, item: string) => ({ kind, item, missing: 'value' })
    expect(missing([])).toEqual([
      ...required.map(({ id }) => value('fact', id)),
      ...['1.1.1.a', '1.1.1.b', '1.1.1', '1.1.2', '1.2.1'].map((id) => value('answer', id)),
    ])
    expect(missing([...allFacts, ...allAnswers.map((each) => ({ ...each, value: null }))])).toHaveLength(
      allAnswers.length,
    )
  })
  test('is nothing when all is answered', () => {
    expect(missing([...allFacts, ...allAnswers])).toEqual([])
  })
  test('is the reason of what does not apply', () => {
    const rest = allAnswers.filter(({ item }) => item !== '1.1.1.a')
    expect(missing([...allFacts, ...rest, entry('answer', '1.1.1.a', 'na')])).toEqual([
      { kind: 'answer', item: '1.1.1.a', missing: 'reason' },
    ])
    expect(missing([...allFacts, ...rest, entry('answer', '1.1.1.a', 'na', 'No victim')])).toEqual([])
  })
  test('is what an alert is about, where one was raised', () => {
    const missingWith = (raised: string) => {
      const rest = allFacts.filter(({ item }) => item !== 'alert-raised')
      return missing([...rest, ...allAnswers, entry('fact', 'alert-raised', raised)])
    }
    expect(missingWith('yes')).toEqual([{ kind: 'fact', item: 'alert-raised', missing: 'reason' }])
    expect(missingWith('no')).toEqual([])
  })
  test('is the confirmation of what only the case list says', () => {
    const listed = allFacts.map((each) => ({ ...each, author: caseListAuthor }))
    const unconfirmed = missing([...listed, ...allAnswers])
    expect(unconfirmed).toContainEqual({ kind: 'fact', item: 'gender', missing: 'confirmation' })
    expect(unconfirmed.some(({ item }) => item === 'disposal')).toBe(false)
  })
  test('is the decision between two values', () => {
    const contested = [{ kind: 'answer', item: '1.1.1.a' }] as const
    const entries = currentEntries([...allFacts, ...allAnswers])
    expect(whatIsMissing(edition, 'court', entries, contested)).toEqual([
      { kind: 'answer', item: '1.1.1.a', missing: 'decision' },
    ])
  })
})

describe('a judgement does not match its prompts', () => {
  const [first] = keyQuestionsOfCase(edition, 'court')
  const apart = (judged: string, a: string, b: string, ofEdition = edition) =>
    first &&
    judgementDiffersFromPrompts(
      ofEdition,
      first.keyQuestion,
      currentEntries([
        entry('answer', '1.1.1', judged),
        entry('answer', '1.1.1.a', a),
        entry('answer', '1.1.1.b', b),
      ]),
    )

  test('where more than half of the prompts that apply say otherwise', () => {
    expect(apart('yes', 'no', 'no')).toEqual({ judged: 'yes', against: 2, of: 2 })
    expect(apart('no', 'yes', 'na')).toEqual({ judged: 'no', against: 1, of: 1 })
  })
  test('from the share on that the edition gives', () => {
    const strict = { ...edition, fieldwork: { ...edition.fieldwork, pullApartAbovePercent: 49 } }
    expect(apart('yes', 'no', 'yes', strict)).toEqual({ judged: 'yes', against: 1, of: 2 })
  })
  test('and not at one half, nor before the judgement', () => {
    expect(apart('yes', 'no', 'yes')).toBeUndefined()
    expect(apart('', 'no', 'no')).toBeUndefined()
  })
})

test('a signature covers the questions as they were asked and all that was said', () => {
  const signed = signedCase(edition, 'court', currentEntries([...allAnswers, entry('note', '1.1.1', null)]))
  expect(signed.questions[0]).toEqual({
    id: '1.1.1',
    text: keyQuestionsOfCase(edition, 'court')[0]?.keyQuestion.text,
    guidance: null,
  })
  expect(signed.questions.map(({ id }) => id)).toEqual(['1.1.1', '1.1.1.a', '1.1.1.b', '1.1.2', '1.2.1'])
  expect(signed.questions[1]).toEqual({ id: '1.1.1.a', text: 'Is a done?', guidance: null })
  expect(signed.entries).toEqual(allAnswers)
  expect(signed.facts.find(({ id }) => id === 'ethnicity')?.standard).toContain('19 categories')
})

describe('what the facts make pointless is proposed as not applicable', () => {
  const proposed = (victim: string) =>
    proposedNotApplicable(edition, 'court', currentEntries([entry('fact', 'known-victim', victim)]))

  test('with the reason, if there is no known victim', () => {
    expect([...proposed('no')]).toEqual([['1.1.1.a', 'There is no known victim.']])
  })
  test('with all its prompts if it is a key question, and only if it may be answered so', () => {
    const entries = currentEntries([entry('fact', 'known-victim', 'no')])
    const proposedOf = (id: string, whole = edition) => {
      const [rule] = whole.notApplicableWhen
      const ofKeyQuestion = {
        ...whole,
        notApplicableWhen: rule ? [{ ...rule, questions: [named<KeyQuestion['id']>(id)] }] : [],
      }
      return [...proposedNotApplicable(ofKeyQuestion, 'court', entries).keys()]
    }
    expect(proposedOf('1.1.1')).toEqual(['1.1.1', '1.1.1.a', '1.1.1.b'])
    expect(proposedOf('1.1.1', aSmallEdition({ answers: ['yes', 'no'] }))).toEqual(['1.1.1.a', '1.1.1.b'])
    expect(proposedOf('2.1.1')).toEqual([])
  })
  test('and not if there is one', () => {
    expect(proposed('yes').size).toBe(0)
  })
})
