import { describe, expect, test } from 'vitest'
import type { Result } from '../../../../core/kernel/result.ts'
import { assessorForm } from './assessor.form.ts'

const problemsOf = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ code, place }) => [code.replace('allocation.', ''), place.field])

describe('the form of a person', () => {
  const body = {
    name: ' Ann  Ames ',
    role: 'inspector',
    casesPerDay: '2',
    'day-1': 'yes',
    'day-9': 'yes',
    account: 'p1',
    version: '3',
  }

  test('is read with the days that fieldwork has', () => {
    expect(assessorForm(body, ['westbrook'], 5)).toEqual({
      ok: true,
      value: {
        name: 'Ann Ames',
        role: 'inspector',
        ownServiceId: null,
        casesPerDay: 2,
        days: [1],
        personId: 'p1',
        version: 3,
      },
    })
  })

  test('asks for the service of a local assessor, which can be one that is not on the register', () => {
    const local = { ...body, role: 'local-assessor' }
    expect(problemsOf(assessorForm(local, ['westbrook'], 5))).toEqual([['own-service-missing', 'ownService']])
    expect(assessorForm({ ...local, ownService: 'westbrook' }, ['westbrook'], 5)).toMatchObject({
      value: { ownServiceId: 'westbrook' },
    })
    expect(assessorForm({ ...local, ownService: 'other' }, ['westbrook'], 5)).toMatchObject({
      value: { ownServiceId: null },
    })
  })

  test('names everything that is wrong at once', () => {
    expect(problemsOf(assessorForm({ casesPerDay: '11' }, [], 5))).toEqual([
      ['name-missing', 'name'],
      ['role-missing', 'role'],
      ['number-outside', 'casesPerDay'],
    ])
  })
})
