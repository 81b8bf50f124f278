import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'caseFacts',
      {
        title: 'What is recorded of every case',
        sentences: [],
        items: [
          'At home: How old?',
          'At home: Are meals shared? (Often, Never; with “Never”: Why?; optional)',
          'The talk: Where was the talk?',
        ],
      },
    ],
    [
      'notApplicable',
      {
        title: 'What is proposed as not applicable',
        sentences: ['An inspector can always answer differently. A key question includes its prompts.'],
        items: ['No meals are shared. A.1.1.b'],
      },
    ],
    [
      'pullApart',
      {
        title: 'When a judgement does not match its prompts',
        sentences: [
          'More than 30 per cent of the prompts answered yes or no contradict the judgement.',
          'The inspector is warned and asked to explain the judgement in the note. The judgement can still be saved.',
        ],
        items: [],
      },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: facts of a case', () => {
  const meals = 'fieldwork.factGroups[0].facts[1]'

  test('a fact that is given twice, even in another group', () => {
    expect(faultsAfter(['- { id: where,', '- { id: meals,'])).toEqual([
      'edition.name-twice fieldwork.factGroups[1].facts[0].id',
    ])
  })

  test('two facts of a form that has a method of its own', () => {
    expect(faultsAfter(['id: where, form: words', 'id: where, form: age'])).toEqual([
      'edition.name-twice fieldwork.factGroups[1].facts[0].form',
    ])
  })

  test('a value that the edition does not give, a choice without values, and values without a choice', () => {
    expect(faultsAfter(['values: [often,', 'values: [weekly,'])).toEqual([
      `edition.name-unknown ${meals}.values[0]`,
    ])
    expect(faultsAfter(['values: [often, never]', 'values: []'])).toContain(
      `edition.list-empty ${meals}.values`,
    )
    expect(faultsAfter(['form: choice', 'form: words'])).toEqual([
      `edition.values-without-choice ${meals}.values`,
    ])
  })

  test('an explanation that is needed for a value it does not have, and without a title for it', () => {
    expect(faultsAfter(['needsDetailFor: never', 'needsDetailFor: rarely'])).toEqual([
      `edition.name-unknown ${meals}.needsDetailFor`,
    ])
    expect(faultsAfter(['          detailTitle: Why?\n', ''])).toEqual([
      `edition.detail-untitled ${meals}.needsDetailFor`,
    ])
  })

  test('a question made pointless by a fact, or by a value, that there is none of', () => {
    const rule = '{ fact: meals, is: never,'
    const place = 'questions.notApplicableWhen[0]'
    expect(faultsAfter([rule, '{ fact: sleep, is: never,'])).toEqual([`edition.name-unknown ${place}.fact`])
    expect(faultsAfter([rule, '{ fact: meals, is: rarely,'])).toEqual([`edition.name-unknown ${place}.is`])
  })

  test('a warning that could never be given', () => {
    expect(faultsAfter(['pullApartAbovePercent: 30', 'pullApartAbovePercent: 100'])).toEqual([
      'edition.number-unfit fieldwork.pullApartAbovePercent',
    ])
  })
})
