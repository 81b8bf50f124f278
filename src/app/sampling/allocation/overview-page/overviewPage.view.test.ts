import { describe, expect, test } from 'vitest'
import {
  aConflict,
  anAllocation,
  anAssignment,
  aSampledCase,
} from '../../../../../test/support/allocationBuilder.ts'
import { overview } from './overviewPage.view.ts'

const cases = (count: number) => Array.from({ length: count }, (_, index) => aSampledCase(`C-${index}`))
const assignments = (count: number) => Array.from({ length: count }, (_, index) => anAssignment(`C-${index}`))

describe('the page of an allocation', () => {
  test.each([
    [0, 0, 'No sample has been drawn yet, so there are no cases to allocate.'],
    [1, 0, 'The only sampled case has not been allocated.'],
    [1, 1, 'The only sampled case has been allocated.'],
    [2, 1, '1 of 2 sampled cases has not been allocated.'],
    [3, 1, '2 of 3 sampled cases have not been allocated.'],
    [2, 2, 'All 2 sampled cases have been allocated.'],
  ])('of %i cases with %i allocated says: %3$s', (sampled, allocated, sentence) => {
    const allocation = anAllocation({ cases: cases(sampled), assignments: assignments(allocated) })
    expect(overview(allocation, new Set()).sentence).toBe(sentence)
  })

  test('warns of people with more cases than their capacity and of cases against a conflict of interest', () => {
    const conflicts = [aConflict({ kind: 'case', about: 'C-0' })]
    const allocation = anAllocation({ cases: cases(3), assignments: assignments(3), conflicts })
    expect(overview(allocation, new Set()).warnings).toEqual([
      'Ann Ames has case C-0 but cannot assess or open it: A cousin. Reallocate it.',
      'Ann Ames has 3 cases but a capacity of 2.',
    ])
  })

  test('has only the name and the person of a case from which the reader is barred', () => {
    const allocation = anAllocation({ cases: cases(1), assignments: assignments(1) })
    const [barred] = overview(allocation, new Set(['C-0'])).cases
    expect(barred).toEqual({ pseudonym: 'C-0', assessor: 'Ann Ames', origin: 'Proposed', href: null })
  })

  test('has the share that each person would have in proportion to their capacity', () => {
    const allocation = anAllocation({ cases: cases(3), conflicts: [] })
    expect(overview(allocation, new Set()).people.map(({ capacity, share }) => [capacity, share])).toEqual([
      [2, '1.5'],
      [2, '1.5'],
    ])
  })
})
