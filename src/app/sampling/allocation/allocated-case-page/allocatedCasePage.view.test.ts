import { describe, expect, test } from 'vitest'
import {
  aConflict,
  anAllocation,
  anAssignment,
  aSampledCase,
} from '../../../../../test/support/allocationBuilder.ts'
import { named } from '../../../../../test/support/editionBuilder.ts'
import { allocatedCaseView } from './allocatedCasePage.view.ts'

const sampledCase = aSampledCase('C-1')

describe('the page of an allocated case', () => {
  test('of a case that is not allocated offers everyone, with their capacity', () => {
    const view = allocatedCaseView({ allocation: anAllocation(), sampledCase, history: [], typed: {} })
    expect(view).toMatchObject({ heading: 'Case C-1', isAllocated: false, version: 0, barred: [] })
    expect(view.people.map(({ text, hint }) => [text, hint.text])).toEqual([
      ['Ann Ames', 'Capacity for 2 more cases'],
      ['Bob Birch', 'Capacity for 2 more cases'],
    ])
  })

  test.each([
    [1, 'Capacity for 1 more case'],
    [2, 'No capacity left'],
  ])('with %i cases of the other person says: %s', (count, text) => {
    const assignments = Array.from({ length: count }, (_, index) => anAssignment(`C-${index + 2}`))
    const history = [anAssignment('C-1', { assessor: named('bob-birch') })]
    const allocation = anAllocation({ assignments })
    const { people } = allocatedCaseView({ allocation, sampledCase, history, typed: {} })
    expect(people.map(({ hint }) => hint.text)).toEqual([text])
  })

  test('says why a person cannot have the case', () => {
    const allocation = anAllocation({ conflicts: [aConflict()] })
    const { people, barred } = allocatedCaseView({ allocation, sampledCase, history: [], typed: {} })
    expect(people.map(({ text }) => text)).toEqual(['Bob Birch'])
    expect(barred).toEqual(['You cannot allocate this case to Ann Ames: A cousin.'])
  })

  test('has the history, the latest first, and what was typed into a form that was refused', () => {
    const history = [
      anAssignment('C-1', { assessor: named('bob-birch'), origin: 'by-hand', reason: 'Nearer.', version: 2 }),
      anAssignment('C-1'),
    ]
    const typed = { assessor: 'ann-ames', reason: 'Back again.' }
    const view = allocatedCaseView({ allocation: anAllocation(), sampledCase, history, typed })
    expect(view.history.map(({ from, to, origin, reason }) => [from, to, origin, reason])).toEqual([
      ['Ann Ames', 'Bob Birch', 'Allocated by hand', 'Nearer.'],
      ['Nobody', 'Ann Ames', 'Proposed', ''],
    ])
    expect(view).toMatchObject({ isAllocated: true, version: 2, values: { reason: 'Back again.' } })
    expect(view.people.map(({ value, checked }) => [value, checked])).toEqual([['ann-ames', true]])
  })
})
