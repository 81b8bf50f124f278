import { expect, test } from 'vitest'
import { formErrors, localAddress, momentWords } from './formErrors.ts'
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

test('a moment is read in London’s time, in summer too', () => {
  expect(momentWords(new Date('2026-07-01T13:03:00Z'))).toBe('1 July 2026 at 14:03')
})

test('a problem leads to its field', () => {
  const errors = formErrors([
    problem('people.name-missing', {}, { field: 'name' }),
    problem('people.sign-in-wrong', {}),
  ])
  expect(errors.list.map(({ href }) => href)).toEqual(['#name', undefined])
  expect(errors.fields).toEqual({ name: { text: 'The name is missing.' } })
})
