import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../test/support/editionBuilder.ts'
import type { Rating } from '../framework/scale.ts'
import { ratingSoFar, underWayText } from './fieldworkUnderWay.ts'
import { countsText, numberText, percentText, ratingText } from './ratingText.ts'

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
    expect(whole.scale.map(({ rating }) => ratingText(whole, rating).tone)).toEqual(tones)
  })

  test('is none for a standard that is not rated, and for a rating of another edition', () => {
    const none = ratingText(edition, null)
    expect(none.tone).toBe('none')
    expect(ratingText(edition, named<Rating>('splendid'))).toEqual(none)
    expect(edition.scale.map(({ title }) => title)).not.toContain(none.text)
  })
})

describe('during fieldwork', () => {
  test('a rating is one so far, without its colour; no rating stays none', () => {
    expect(ratingSoFar(ratingText(edition, named<Rating>('good')))).toEqual({
      text: 'Good so far',
      tone: 'none',
    })
    expect(ratingSoFar(ratingText(edition, null))).toEqual(ratingText(edition, null))
  })

  test('the cases that are signed are counted, one as well as several', () => {
    expect(underWayText({ signed: 3, inspected: 12 })).toContain('12 inspected cases, 3 are signed')
    expect(underWayText({ signed: 1, inspected: 1 })).toContain('1 inspected case, 1 is signed')
    expect(underWayText({ signed: 0, inspected: 2 })).toContain('2 inspected cases, 0 are signed')
  })
})

describe('figures', () => {
  test('are printed as numbers', () => {
    expect([percentText(47), percentText(0), countsText(0, 6), numberText(0)]).toEqual([
      '47%',
      '0%',
      '0 of 6',
      '0',
    ])
  })

  test('are said not to be known if a part of them is not', () => {
    const [unknown, ...others] = [
      numberText(null),
      countsText(null, 6),
      countsText(4, null),
      countsText(null, null),
    ]
    expect(others).toEqual([unknown, unknown, unknown])
    for (const words of [unknown, percentText(null)]) expect(words).not.toMatch(/\d|null/)
  })
})
