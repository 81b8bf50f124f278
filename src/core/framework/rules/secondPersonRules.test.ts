import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'secondPersons',
      {
        title: 'Steps that need a second person',
        sentences: [],
        items: ['A case is signed by someone other than the person who checked it.'],
      },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: second persons', () => {
  const rule = '{ step: sign, otherThan: [check] }'

  test('a step that is given twice, or an act', () => {
    expect(faultsAfter([rule, `${rule}\n  - ${rule}`])).toEqual(['edition.name-twice secondPersons[1].step'])
    expect(faultsAfter([rule, '{ step: sign, otherThan: [check, check] }'])).toEqual([
      'edition.name-twice secondPersons[0].otherThan[1]',
    ])
  })

  test('a step that bars nobody, or for what comes after it', () => {
    expect(faultsAfter([rule, '{ step: sign, otherThan: [] }'])).toEqual([
      'edition.list-empty secondPersons[0].otherThan',
    ])
    expect(faultsAfter([rule, '{ step: check, otherThan: [check] }'])).toEqual([
      'edition.name-unknown secondPersons[0].otherThan[0]',
    ])
  })

  test('a step or an act that the product does not know, and a key too many', () => {
    expect(faultsAfter([rule, '{ step: reopen, otherThan: [check] }'])).toHaveLength(1)
    expect(faultsAfter([rule, '{ step: sign, otherThan: [read] }'])).toHaveLength(1)
    expect(faultsAfter([rule, '{ step: sign, otherThan: [check], by: lead }'])).toHaveLength(1)
  })
})
