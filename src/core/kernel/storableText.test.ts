import { describe, expect, test } from 'vitest'
import { findUnstorable, isStorable } from './storableText.ts'

test.each([
  ['Tŷ 👩‍👧', true],
  ['', true],
  ['a NUL \0', false],
  ['half a character \uD83D', false],
])('%j can be stored: %s', (text, isSo) => {
  expect(isStorable(text)).toBe(isSo)
})

describe('the place of a text that cannot be stored', () => {
  test.each([
    ['none', { entries: [{ note: 'fine', count: 3, seen: null, on: true }], title: '' }, undefined],
    ['the value itself', 'a\0', ''],
    ['a member', { note: 'a\0' }, 'note'],
    ['a member of a list', { entries: ['fine', { note: '\uDE00' }] }, 'entries.1.note'],
    ['a name, by what it is in', { entries: { 'a\0': 1 } }, 'entries'],
    ['a name at the top', { 'a\0': 1 }, ''],
    ['neither nothing, a number nor a truth', [null, undefined, 1, false], undefined],
  ])('%s', (_, value, place) => {
    expect(findUnstorable(value)).toBe(place)
  })

  test('a value nested 100,000 deep does not run out of stack', () => {
    let nested: unknown = 'a\0'
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested]
    expect(findUnstorable(nested)?.length).toBe(199_999)
  })
})
