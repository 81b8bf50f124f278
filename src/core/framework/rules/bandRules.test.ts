import { describe, expect, test } from 'vitest'
import { faultsAfter, ruleText } from '../../../../test/support/rulesOfEditions.ts'

describe('in plain English', () => {
  test.each([
    [
      'bands',
      {
        title: 'Bands',
        sentences: ['The percentage of a key question is in one of these bands.'],
        items: [
          '0 to 19 per cent: Poor',
          '20 to 39 per cent: Weak',
          '40 to 59 per cent: Fair',
          '60 to 84 per cent: Strong',
          '85 to 100 per cent: Excellent (“Nearly all”)',
        ],
      },
    ],
    [
      'standardRating',
      {
        title: 'How the rating of a standard follows from its key questions',
        sentences: ['A standard that is judged from cases has the same rating as its lowest key question.'],
        items: [],
      },
    ],
    [
      'points',
      {
        title: 'Points',
        sentences: ['Each rating of a scored standard gives points.'],
        items: ['Poor: 0', 'Weak: 1', 'Fair: 2', 'Strong: 3', 'Excellent: 5'],
      },
    ],
  ] as const)('%s', (name, text) => {
    expect(ruleText(name)).toEqual(text)
  })
})

describe('refused: bands and points', () => {
  test('a gap between two bands', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 41, to: 59'])).toEqual([
      'edition.range-gap rules.bands[2].from',
    ])
  })

  test('two bands that overlap', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 39, to: 59'])).toEqual([
      'edition.range-overlap rules.bands[2].from',
    ])
  })

  test('bands that begin above 0 or end below 100', () => {
    expect(faultsAfter(['from: 0, to: 19', 'from: 1, to: 19'], ['to: 100', 'to: 99'])).toEqual([
      'edition.range-gap rules.bands[0].from',
      'edition.range-gap rules.bands[4].to',
    ])
  })

  test('a band that runs backwards', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 59, to: 40'])).toContain(
      'edition.range-backwards rules.bands[2].to',
    )
  })

  test('a boundary that is not a whole per cent', () => {
    expect(faultsAfter(['from: 40, to: 59', 'from: 40, to: 59.5'])).toEqual([
      'edition.number-unfit rules.bands[2].to',
    ])
  })

  test('a rating without a band and one that is not on the scale', () => {
    expect(faultsAfter(['{ rating: fair, from: 40', '{ rating: middling, from: 40'])).toEqual([
      'edition.name-unknown rules.bands[2].rating',
      'edition.rating-without-range rules.bands',
    ])
  })

  test('bands that are not in the order of the scale', () => {
    expect(
      faultsAfter(
        ['{ rating: weak, from: 20', '{ rating: other, from: 20'],
        ['{ rating: fair, from: 40', '{ rating: weak, from: 40'],
        ['{ rating: other, from: 20', '{ rating: fair, from: 20'],
      ),
    ).toEqual(['edition.rating-out-of-order rules.bands[2].rating'])
  })

  test('points that do not rise with the scale', () => {
    expect(faultsAfter(['title: Fair, points: 2', 'title: Fair, points: 1'])).toEqual([
      'edition.points-not-rising scale[2].points',
    ])
  })
})
