import { describe, expect, test } from 'vitest'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { exclusionForm, planForm, sizeForm } from './planPage.form.ts'

describe('the forms of the plan', () => {
  test('the plan needs a Monday, a seed, and who agreed it', () => {
    expect(codesOf(planForm({ fieldwork: '2024-06-11', seed: ' ' }))).toEqual([
      'sampling.fieldwork-not-a-monday',
      'sampling.seed-missing',
      'sampling.seed-agreement-missing',
    ])
    expect(codesOf(planForm({ fieldwork: '2024-06-10', seedAgreed: 'Both.' }))).toEqual([
      'sampling.seed-missing',
    ])
    expect(doneValue(planForm({ fieldwork: '2024-06-10', seed: ' 1 2 ', seedAgreed: 'Both.' }))).toEqual({
      fieldwork: '2024-06-10',
      seed: '1 2',
      seedAgreed: 'Both.',
    })
  })

  test.each(['', '2.5', '-3', 'ten', '12345678'])('a size of “%s” is refused', (size) => {
    expect(codesOf(sizeForm({ domain: 'court', size, reason: 'x', by: 'y' }))).toEqual([
      'sampling.size-not-whole',
    ])
  })

  test('a case left out is read without the spaces around it', () => {
    expect(exclusionForm({ case: ' NM1 ', reason: ' x ', by: ' y ' })).toEqual({
      caseId: 'NM1',
      reason: 'x',
      by: 'y',
    })
  })
})
