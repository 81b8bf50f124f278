import { expect, test } from 'vitest'
import { formErrors } from './formErrors.ts'
import { problem } from './problems.ts'

test('a problem leads to its field', () => {
  const errors = formErrors([
    problem('people.name-missing', {}, { field: 'name' }),
    problem('people.sign-in-wrong', {}),
  ])
  expect(errors.list.map(({ href }) => href)).toEqual(['#name', undefined])
  expect(errors.fields).toEqual({ name: { text: 'No name was entered.' } })
})
