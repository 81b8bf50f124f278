import { expect, test } from 'vitest'
import { formErrors, localAddress } from './formErrors.ts'
import { problem } from './problems.ts'

test.each(['/inspections/york-2022-12', '/held', '/editions?x=1#y'])('%s is sent on to', (to) => {
  expect(localAddress(to)).toBe(to)
})

test.each([
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'x',
  '/a\nb',
  '/sign-out',
])('%s is not sent on to', (to) => expect(localAddress(to)).toBe('/inspections'))

test('a problem leads to its field', () => {
  const errors = formErrors([
    problem('people.name-missing', {}, { field: 'name' }),
    problem('people.sign-in-wrong', {}),
  ])
  expect(errors.list.map(({ href }) => href)).toEqual(['#name', undefined])
  expect(errors.fields).toEqual({ name: { text: 'The name is missing.' } })
})
