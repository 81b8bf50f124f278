import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from './editDistance.ts'
import { ethnicGroups, ethnicities } from './ethnicities.ts'
import { classes, genders, knownSpellings, readCode, type ValueCode } from './valueCodes.ts'

const lists: readonly (readonly [string, readonly ValueCode[]])[] = [
  ['gender', genders],
  ['classes', classes],
  ['ethnicity', ethnicities],
]

test('ethnicity has the 19 harmonised categories in 5 groups', () => {
  const categories = ethnicities.filter(({ category }) => category)
  expect(categories).toHaveLength(19)
  const sizes = ethnicGroups.map((group) => categories.filter((one) => one.group === group).length)
  expect(sizes).toEqual([5, 3, 4, 5, 2])
})

test.each(lists)('%s: no spelling belongs to two codes', (_, codes) => {
  const words = codes.flatMap(({ code, title, spellings }) =>
    [...new Set([code, title, ...spellings])].map((one) => [one, code]),
  )
  const known = knownSpellings(codes)
  expect(words.filter(([word]) => !readCode(String(word), known).known)).toEqual([])
  expect(
    words.filter(([word, code]) => {
      const read = readCode(String(word), known)
      return read.known && read.code !== code
    }),
  ).toEqual([])
})

describe('what case management systems write', () => {
  const ethnicity = knownSpellings(ethnicities)
  test.each([
    ['W1 - White British', 'white-british'],
    ['White: English, Welsh, Scottish, Northern Irish or British', 'white-british'],
    ['Black or Black British - African', 'african'],
    ['Mixed: White and Asian', 'white-and-asian'],
    ['ASIAN', 'asian-group'],
    ['Not stated', 'prefer-not-to-say'],
    ['Any other Asian background', 'other-asian'],
  ])('%s is %s', (written, code) => {
    expect(readCode(written, ethnicity)).toEqual({ known: true, code })
  })

  test('a slip names the nearest', () => {
    const read = readCode('White Brittish', ethnicity)
    expect(read.known ? undefined : read.nearest?.code).toBe('white-british')
    expect(readCode('Something else entirely', ethnicity)).toEqual({ known: false, nearest: undefined })
    expect(readCode('V. High', knownSpellings(classes))).toEqual({ known: true, code: 'very-high' })
  })
})

describe('always', () => {
  const word = fc.string({ maxLength: 12 })

  test('distance is nought for the same word only, the same both ways, and no more than the longer word', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other)
        expect(distance === 0).toBe(one === other)
        expect(editDistance(other, one)).toBe(distance)
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length))
        expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length))
      }),
    )
  })

  test('a swap of neighbours is one step', () => {
    expect(editDistance('hgih', 'high')).toBe(1)
    expect(nearest('refferal ordr', ['youth caution', 'referral order'])).toBe('referral order')
  })
})
