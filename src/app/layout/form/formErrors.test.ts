import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../core/kernel/problem.ts'
import { kernelProblems } from '../../../core/kernel/problems.ts'
import { done, refuse } from '../../../core/kernel/result.ts'
import { peopleProblems } from '../../people/problems.ts'
import { ratingsProblems } from '../../ratings/problems.ts'
import { fieldOf, formErrors, placedAt } from './formErrors.ts'

const problem = problemsOf({ ...peopleProblems, ...kernelProblems, ...ratingsProblems })

const nameMissing = problem('people.name-missing', {}, { field: 'name' })
const textTooLong = problem('text.too-long', { count: 300, limit: 200 }, { field: 'name' })
const signInWrong = problem('people.sign-in-wrong', {})
const cellEmpty = problem('table.cell-empty', {}, { file: 'list.csv', row: 3, field: 'answer' })

const message = ({ text, action }: typeof nameMissing) => `${text} ${action}`

describe('the errors of a form', () => {
  test('are none if nothing was refused', () => {
    expect(formErrors([])).toEqual({ list: [], fields: {} })
  })

  test('say in the summary and at the field the same: what is wrong and what to do', () => {
    const errors = formErrors([nameMissing])
    expect(errors.list).toEqual([{ text: message(nameMissing), href: '#name' }])
    expect(errors.fields).toEqual({ name: { text: message(nameMissing) } })
  })

  test.each([
    ['without a field', signInWrong],
    ['inside a file', cellEmpty],
  ])('of a problem %s are in the summary only and link to nothing', (_, each) => {
    expect(formErrors([each])).toEqual({ list: [{ text: message(each) }], fields: {} })
    expect(fieldOf(each)).toBeUndefined()
  })

  test('of a field with two problems are both in the summary; the field shows the first', () => {
    const errors = formErrors([signInWrong, nameMissing, textTooLong])
    expect(errors.list.map(({ href }) => href)).toEqual([undefined, '#name', '#name'])
    expect(errors.fields).toEqual({ name: { text: message(nameMissing) } })
  })
})

describe('problems placed at the ids of the page', () => {
  test('have the id of their field, unless they have no field of the form', () => {
    const placed = placedAt(refuse(nameMissing, signInWrong, cellEmpty), (field) => `second-${field}`)
    expect(placed.ok ? [] : placed.problems).toEqual([
      { ...nameMissing, place: { field: 'second-name' } },
      signInWrong,
      cellEmpty,
    ])
  })

  test('leave what was done as it is', () => {
    expect(placedAt(done(7), () => 'other')).toEqual(done(7))
  })
})
