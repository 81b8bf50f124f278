import { expect, test } from 'vitest'
import { isFromAnotherSite } from './crossSite.ts'

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, true],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ 'sec-fetch-site': 'same-origin' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ origin: 'http://evil.example', host: '127.0.0.1:3000' }, true],
  [{ origin: 'null', host: '127.0.0.1:3000' }, true],
  [{ origin: 'http://127.0.0.1:3001', host: '127.0.0.1:3000' }, true],
  [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, false],
  [{ host: '127.0.0.1:3000' }, false],
])('%j is from another site: %s', (headers, expected) => {
  expect(isFromAnotherSite(headers)).toBe(expected)
})
