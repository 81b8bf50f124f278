import { describe, expect, test } from 'vitest'
import type { Result } from '../../../../core/kernel/result.ts'
import { conflictForm } from './conflict.form.ts'

const problemsOf = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ code, place }) => [code.replace('allocation.', ''), place.field])

describe('the form of a conflict of interest', () => {
  const body = { assessor: 'ann', reason: 'Friends.', case: 'C-1', caseManager: 'Jo' }

  test.each([
    ['service', null],
    ['case', 'C-1'],
    ['case-manager', 'Jo'],
  ])('about the %s is about %s', (kind, about) => {
    expect(conflictForm({ ...body, kind })).toMatchObject({ value: { kind, about } })
  })

  test('names everything that is missing at once', () => {
    expect(problemsOf(conflictForm({}))).toEqual([
      ['person-missing', 'assessor'],
      ['conflict-kind-missing', 'kind'],
      ['reason-missing', 'reason'],
    ])
    expect(problemsOf(conflictForm({ ...body, kind: 'case', case: '' }))).toEqual([['about-missing', 'case']])
  })
})
