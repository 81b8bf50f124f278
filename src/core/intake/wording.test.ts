import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listText } from '../kernel/listText.ts'
import { ageOfChild } from './ageOfChild.ts'
import { editDistance, nearest } from './editDistance.ts'
import { listedRows, namedRows } from './rowText.ts'
import { codeOf, plainWords, quotable } from './wording.ts'

test.each([
  ['  Referral   Order ', 'referral order'],
  ['Tŷ Môn', 'ty mon'],
  ['Safety & Wellbeing', 'safety and wellbeing'],
  ['Child’s "age"', 'childs age'],
  ["O'Neil`s", 'oneils'],
  ['16/17-year-olds!', '16 17 year olds'],
  ['ﬁne', 'fine'],
  ['…', ''],
])('%j in plain words is %j', (text, words) => {
  expect(plainWords(text)).toBe(words)
  expect(codeOf(text)).toBe(words.replaceAll(' ', '-'))
})

describe('a value as it is quoted', () => {
  test.each([
    ['short', 'short'],
    [' on\n\ttwo \u0007 lines ', 'on two lines'],
    ['a'.repeat(60), 'a'.repeat(60)],
    ['a'.repeat(61), `${'a'.repeat(59)}…`],
    ['👍'.repeat(60), '👍'.repeat(60)],
  ])('%j', (value, quoted) => {
    expect(quotable(value)).toBe(quoted)
  })

  test('is no longer than asked for', () => {
    expect(quotable('abcdef', 5)).toBe('abcd…')
    expect(quotable('abcde', 5)).toBe('abcde')
  })
})

describe('a list in words', () => {
  test.each([
    [[], ''],
    [['one'], 'one'],
    [['one', 'two'], 'one and two'],
    [['one', 'two', 'three'], 'one, two and three'],
  ])('%j: %s', (words, text) => {
    expect(listText(words)).toBe(text)
    expect(listText(words, 'or')).toBe(text.replace('and', 'or'))
  })

  test.each([
    [[4], 'Row 4', '4'],
    [[4, 7], 'Rows 4 and 7', '4 and 7'],
    [[1, 2, 3, 4, 5, 6, 7, 8], 'Rows 1, 2, 3, 4, 5, 6, 7 and 8', '1, 2, 3, 4, 5, 6, 7 and 8'],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      'Rows 1, 2, 3, 4, 5, 6, 7, 8 and 1 more',
      '1, 2, 3, 4, 5, 6, 7, 8 and 1 more',
    ],
  ])('of rows %j', (rows, named, numbers) => {
    expect(namedRows(rows)).toBe(named)
    expect(listedRows(rows)).toBe(numbers)
  })
})

describe('how many letters two words differ by', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['order', 'order', 0],
    ['order', 'ordr', 1],
    ['order', 'orders', 1],
    ['order', 'ordar', 1],
    ['order', 'ordre', 1],
    ['order', 'rodre', 2],
    ['ab', 'ba', 1],
    ['abcd', 'badc', 2],
    ['kitten', 'sitting', 3],
    ['abc', 'xyz', 3],
    ['abc', 'cab', 2],
  ])('%j and %j: %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })

  test('always: at most the longer word, at least the difference of lengths, and zero only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other)
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
        expect(distance === 0).toBe(one === other)
      }),
    )
  })
})

describe('the nearest of some words', () => {
  test.each([
    ['refferal', ['caution', 'referral', 'referrals'], 'referral'],
    ['abc', ['abd', 'abe'], 'abd'],
    ['abc', ['abe', 'ab'], 'abe'],
    ['abc', ['axy', 'abcde'], undefined],
    ['ab', ['ac', 'abc'], undefined],
    ['abcdef', ['abcdxy', 'abcdefgh'], 'abcdxy'],
    ['abcdef', ['abcxyz', 'abc'], undefined],
    ['a'.repeat(30), ['a'.repeat(35)], 'a'.repeat(35)],
    ['a'.repeat(30), ['a'.repeat(36)], undefined],
    ['a'.repeat(30), ['a'.repeat(25)], 'a'.repeat(25)],
    ['a'.repeat(80), ['a'.repeat(79)], 'a'.repeat(79)],
    ['a'.repeat(81), ['a'.repeat(80)], undefined],
    ['abcdef', [], undefined],
  ])('%j among %j', (word, words, found) => {
    expect(nearest(word, words)).toBe(found)
  })
})

test.each([
  ['10', 10],
  ['21', 21],
  ['15.0', 15],
  ['15.000', 15],
  ['015', 15],
  ['9', null],
  ['22', null],
  ['15.5', null],
  ['15.', null],
  ['0015', null],
  ['a15', null],
  ['15a', null],
  ['15.0a', null],
  ['', null],
])('%j is the age %j', (written, age) => {
  expect(ageOfChild(written)).toBe(age)
})
