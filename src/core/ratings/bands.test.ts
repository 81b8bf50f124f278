import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { percentHalfUp, wholePercent } from '../kernel/percent.ts'
import { bandFor, yesToBandBelow, yesToNextBand } from './bands.ts'

const { bands } = aSmallEdition().rules

function bandOfCounts(yes: number, of: number) {
  return bandFor(percentHalfUp(yes, of), bands)
}

describe('the band of a whole per cent', () => {
  test.each([
    [0, 'inadequate'],
    [49, 'inadequate'],
    [50, 'requires-improvement'],
    [64, 'requires-improvement'],
    [65, 'good'],
    [79, 'good'],
    [80, 'outstanding'],
    [100, 'outstanding'],
  ])('%i is %s', (percent, rating) => {
    const whole = wholePercent(percent)
    expect(whole === undefined ? undefined : bandFor(whole, bands).rating).toBe(rating)
  })
})

describe('how many yes answers are wanting to the next band', () => {
  test.each([
    [10, 17, 1, '59 per cent; 11 of 17 is 64.7, rounded 65 and good'],
    [1, 6, 2, '17 per cent; 3 of 6 is 50 and requires improvement'],
    [4, 9, 1, '44 per cent; 5 of 9 is 56'],
    [0, 1, 1, 'the one case there is'],
    [1, 2, 1, '50 per cent; 2 of 2 passes over good'],
    [98, 200, 1, '49 per cent; 99 of 200 is 49.5, rounded 50'],
  ])('%i of %i: %i more, %s', (yes, of, wanting) => {
    expect(yesToNextBand(yes, of, bandOfCounts(yes, of), bands)).toBe(wanting)
  })

  test('none in the top band', () => {
    expect(yesToNextBand(9, 10, bandOfCounts(9, 10), bands)).toBeNull()
  })
})

describe('how many fewer yes answers fall to the band below', () => {
  test.each([
    [11, 17, 1, '65 per cent; 10 of 17 is 59'],
    [17, 17, 4, '100 per cent; 13 of 17 is 76'],
    [3, 6, 1, '50 per cent; 2 of 6 is 33'],
  ])('%i of %i: %i fewer, %s', (yes, of, fewer) => {
    expect(yesToBandBelow(yes, of, bandOfCounts(yes, of), bands)).toBe(fewer)
  })

  test('none in the bottom band', () => {
    expect(yesToBandBelow(1, 6, bandOfCounts(1, 6), bands)).toBeNull()
  })
})

describe('always', () => {
  const counts = fc.integer({ min: 1, max: 500 }).chain((of) => {
    return fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))
  })

  test('so many more yes answers reach a higher band, and one fewer than that does not', () => {
    fc.assert(
      fc.property(counts, ([yes, of]) => {
        const band = bandOfCounts(yes, of)
        const wanting = yesToNextBand(yes, of, band, bands)
        fc.pre(wanting !== null)
        expect(bands.indexOf(bandOfCounts(yes + wanting, of))).toBeGreaterThan(bands.indexOf(band))
        expect(bandOfCounts(yes + wanting - 1, of)).toBe(band)
      }),
    )
  })

  test('so many fewer yes answers fall to a lower band, and one less than that does not', () => {
    fc.assert(
      fc.property(counts, ([yes, of]) => {
        const band = bandOfCounts(yes, of)
        const fewer = yesToBandBelow(yes, of, band, bands)
        fc.pre(fewer !== null)
        expect(bands.indexOf(bandOfCounts(yes - fewer, of))).toBeLessThan(bands.indexOf(band))
        expect(bandOfCounts(yes - fewer + 1, of)).toBe(band)
      }),
    )
  })

  test('every whole percentage is in the only band that includes it', () => {
    for (let percent = 0; percent <= 100; percent += 1) {
      const holding = bands.filter(({ from, to }) => percent >= from && percent <= to)
      const whole = wholePercent(percent)
      expect(whole === undefined ? [] : [bandFor(whole, bands)]).toEqual(holding)
    }
  })
})
