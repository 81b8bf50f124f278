import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'answers',
      {
        title: 'Answers',
        sentences: [],
        items: [
          'Key questions: Yes or no',
          'A.1.2: Yes, no or not applicable',
          'Prompts: Yes, no or not applicable',
        ],
      },
    ],
    [
      'denominators',
      {
        title: 'What a percentage divides by',
        sentences: [],
        items: [
          'Key questions: All inspected cases',
          'A.1.2: Cases where it applies',
          'Prompts: Cases where it applies',
          'A.1.1.b: All inspected cases',
        ],
      },
    ],
    [
      'rounding',
      {
        title: 'Rounding',
        sentences: [
          'A percentage is rounded to a whole per cent, with halves rounded up, before the bands are applied.',
        ],
        items: [],
      },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: answers and their exceptions', () => {
  test('an exception for a question that is missing, and one that no case answers', () => {
    expect(
      faultsAfter(['question: A.1.2,', 'question: A.1.9,'], ['question: A.1.1.b', 'question: B.2.1']),
    ).toEqual([
      'edition.question-unknown questions.exceptions[0].question',
      'edition.exception-on-evidence questions.exceptions[1].question',
    ])
  })

  test('answers that cannot be counted', () => {
    expect(faultsAfter(['keyQuestions: { answers: ["yes", "no"]', 'keyQuestions: { answers: []'])).toEqual([
      'edition.answers-incomplete questions.keyQuestions.answers',
    ])
  })
})
