import { expect, test } from 'vitest'
import { localAddress } from './localAddress.ts'

test.each(['/inspections/york-2022-12', '/saved-forms', '/editions?x=1#y'])('%s is sent on to', (to) => {
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
