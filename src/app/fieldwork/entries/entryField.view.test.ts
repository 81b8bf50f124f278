import { describe, expect, test } from 'vitest'
import { aConflict, aLoadedCase, anEntry } from '../../../../test/support/loadedCase.ts'
import { factsOf } from '../../../core/fieldwork/caseFacts.ts'
import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import { caseListAuthor } from '../../../core/fieldwork/entry.ts'
import {
  answerField,
  controlId,
  entryTitle,
  factField,
  noteField,
  practiceField,
  type ShownCase,
  valueText,
} from './entryField.view.ts'

const { edition } = aLoadedCase()
const keyQuestion = keyQuestionsOfCase(edition, 'court')[0]?.keyQuestion ?? expect.fail()
const prompt = keyQuestion.prompts[0] ?? expect.fail()

function factOf(shown: ShownCase, id: string) {
  return factField(shown, factsOf(edition).find((fact) => fact.id === id) ?? expect.fail())
}

function promptOf(shown: ShownCase, proposals: ReadonlyMap<string, string> = new Map()) {
  return answerField(shown, prompt, proposals)
}

describe('an answer', () => {
  test('has a radio for each value, and the present one is checked', () => {
    const field = promptOf(aLoadedCase({ entries: [anEntry('answer', '1.1.1.a', 'no')] }))
    expect(field.options.map(({ text, checked }) => [text, checked])).toEqual([
      ['Yes', false],
      ['No', true],
      ['Not applicable', false],
    ])
    expect(field).toMatchObject({ id: 'answer-1.1.1.a', control: 'radios', version: 1, detailFor: 'na' })
    expect(field.state).toBe('Saved by Ada Price on 1 June 2026 at 9:30am')
  })

  test('that was never written has version 0 and says nothing', () => {
    expect(promptOf(aLoadedCase())).toMatchObject({
      version: 0,
      value: '',
      detail: '',
      state: '',
      error: null,
    })
  })

  test('is proposed as not applicable only while there is none', () => {
    const proposals = new Map([['1.1.1.a', 'There is no known victim.']])
    expect(promptOf(aLoadedCase(), proposals).proposal).toBe('There is no known victim.')
    const answered = aLoadedCase({ entries: [anEntry('answer', '1.1.1.a', 'yes')] })
    expect(promptOf(answered, proposals).proposal).toBeNull()
    const removed = aLoadedCase({ entries: [anEntry('answer', '1.1.1.a', null)] })
    expect(promptOf(removed, proposals).proposal).toBe('There is no known victim.')
  })

  test('with a conflict leads to it', () => {
    const field = promptOf(aLoadedCase({ conflicting: [aConflict('answer', '1.1.1.a', 'no')] }))
    expect(field.hasConflict).toBe(true)
    expect(field.conflictHref).toBe('/inspections/northmoor-2026-06/cases/C-1/conflicts#answer-1.1.1.a')
    expect(promptOf(aLoadedCase()).hasConflict).toBe(false)
  })

  test('that was refused is shown as it was sent; others as they are stored', () => {
    const loaded = aLoadedCase({ entries: [anEntry('answer', '1.1.1.a', 'yes')] })
    const write = { value: 'no', detail: 'Seen', sawVersion: 1 }
    const entries = [{ ref: { kind: 'answer', item: '1.1.1.a' }, write }] as const
    const refused = {
      ...loaded,
      sent: { entries, errors: { [controlId(promptOf(loaded))]: { text: 'Wrong.' } } },
    }
    expect(promptOf(refused)).toMatchObject({ value: 'no', detail: 'Seen', error: 'Wrong.' })
    const saved = { ...loaded, sent: { entries, errors: {} } }
    expect(promptOf(saved)).toMatchObject({ value: 'yes', detail: '', error: null })
  })
})

describe('a fact', () => {
  test('of the case list is not confirmed', () => {
    const entry = anEntry('fact', 'age', '15', { author: caseListAuthor })
    expect(factOf(aLoadedCase({ entries: [entry] }), 'age')).toMatchObject({
      fromList: true,
      state: 'From the case list on 1 June 2026 at 9:30am. Not yet confirmed.',
      control: 'age',
    })
  })

  test('with many values is a list in groups', () => {
    const field = factOf(
      aLoadedCase({ entries: [anEntry('fact', 'ethnicity', 'white-british')] }),
      'ethnicity',
    )
    expect(field.control).toBe('select')
    expect(field.groups.map(({ title }) => title)).toContain('White')
    expect(field.groups.flatMap(({ options }) => options)).toHaveLength(field.options.length)
    expect(controlId(field)).toBe('fact-ethnicity-value')
  })

  test('that is a time is corrected as text if it was written as text', () => {
    const controlOf = (value: string) =>
      factOf(aLoadedCase({ entries: [anEntry('fact', 'interview-at', value)] }), 'interview-at').control
    expect(controlOf('2026-06-01T10:30')).toBe('date-time')
    expect(controlOf('Tuesday morning')).toBe('text')
    expect(factOf(aLoadedCase(), 'interview-at').control).toBe('date-time')
  })
})

test('a note is a text without a detail, and a practice example has a changed name', () => {
  expect(noteField(aLoadedCase(), keyQuestion)).toMatchObject({ control: 'textarea', detailLabel: null })
  expect(practiceField(aLoadedCase(), keyQuestion).detailLabel).toMatch(/^Changed name of the child/)
})

test('ids of options are those of no other part of the entry', () => {
  const field = promptOf(aLoadedCase())
  const ids = [
    ...field.options.map(({ id }) => id),
    ...['value', 'detail', 'state', 'hint'].map((end) => `${field.id}-${end}`),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

test.each([
  ['answer', '1.1.1.a', 'Question 1.1.1.a'],
  ['note', '1.1.1', 'Note on 1.1.1'],
  ['practice', '1.1.1', 'Practice example of 1.1.1'],
  ['fact', 'age', 'Age'],
] as const)('the title of the %s %s is “%s”', (kind, item, title) => {
  expect(entryTitle(edition, { kind, item })).toBe(title)
})

test.each([
  [null, 'Removed'],
  ['na', 'Not applicable'],
  ['2026-06-01T10:30', '1 June 2026 at 10:30am'],
  ['Seen in the plan.', 'Seen in the plan.'],
])('the text of the value %s is “%s”', (value, text) => {
  expect(valueText(edition, value)).toBe(text)
})
