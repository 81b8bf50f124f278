import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../test/support/editionBuilder.ts'
import type { Rating } from '../framework/scale.ts'
import { ratingSoFar, underWayWords } from './fieldworkUnderWay.ts'
import { countWords, numberWords, percentWords, ratingWords } from './ratingWords.ts'

const edition = aSmallEdition()

/** An edition with so many ratings. */
function withScale(length: number) {
  const scale = Array.from({ length }, (_, points) => ({
    rating: named<Rating>(`rating-${points}`),
    title: `Rating ${points}`,
    points,
  }))
  return { ...edition, scale }
}

describe('the place of a rating on the scale', () => {
  test.each([
    [2, ['lowest', 'highest']],
    [3, ['lowest', 'higher', 'highest']],
    [4, ['lowest', 'lower', 'higher', 'highest']],
    [5, ['lowest', 'lower', 'higher', 'higher', 'highest']],
    [6, ['lowest', 'lower', 'lower', 'higher', 'higher', 'highest']],
  ])('of %i ratings', (length, tones) => {
    const whole = withScale(length)
    expect(whole.scale.map(({ rating }) => ratingWords(whole, rating).tone)).toEqual(tones)
  })

  test('is none for a standard that is not rated, and for a rating of another edition', () => {
    const none = ratingWords(edition, null)
    expect(none.tone).toBe('none')
    expect(ratingWords(edition, named<Rating>('splendid'))).toEqual(none)
    expect(edition.scale.map(({ title }) => title)).not.toContain(none.text)
  })
})

describe('during fieldwork', () => {
  test('a rating is one so far, without its colour; no rating stays none', () => {
    expect(ratingSoFar(ratingWords(edition, named<Rating>('good')))).toEqual({
      text: 'Good so far',
      tone: 'none',
    })
    expect(ratingSoFar(ratingWords(edition, null))).toEqual(ratingWords(edition, null))
  })

  test('the cases that are signed are counted, one as well as several', () => {
    expect(underWayWords({ signed: 3, inspected: 12 })).toContain('12 inspected cases, 3 are signed')
    expect(underWayWords({ signed: 1, inspected: 1 })).toContain('1 inspected case, 1 is signed')
    expect(underWayWords({ signed: 0, inspected: 2 })).toContain('2 inspected cases, 0 are signed')
  })
})

describe('figures', () => {
  test('are printed as numbers', () => {
    expect([percentWords(47), percentWords(0), countWords(0, 6), numberWords(0)]).toEqual([
      '47%',
      '0%',
      '0 of 6',
      '0',
    ])
  })

  test('are said not to be known if a part of them is not', () => {
    const [unknown, ...others] = [
      numberWords(null),
      countWords(null, 6),
      countWords(4, null),
      countWords(null, null),
    ]
    expect(others).toEqual([unknown, unknown, unknown])
    for (const words of [unknown, percentWords(null)]) expect(words).not.toMatch(/\d|null/)
  })
})
