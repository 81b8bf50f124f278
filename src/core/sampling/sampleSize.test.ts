import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import type { SampleSizeRule } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import { domainSizes, type SizeOverride, sizeWorking, unlimitedSize } from './sampleSize.ts'
import { sizeLines } from './sizeLines.ts'

const rule: SampleSizeRule = {
  confidencePercent: 80,
  z: 1.2815515655,
  marginPoints: 5,
  proportion: 0.5,
  rounding: 'up',
  minimum: null,
  maximum: null,
}
const rules = (size: Partial<SampleSizeRule> = {}, shares: readonly [string, number][] = []) => ({
  size: { ...rule, ...size },
  shares: shares.map(([cases, percent]) => ({ cases: named<CaseDomain>(cases), percent })),
})
const population = (domain: string, cases: number) => ({ domain: named<CaseDomain>(domain), cases })
const sizes = (
  given: ReturnType<typeof rules>,
  populations: readonly [string, number][],
  overrides: readonly SizeOverride[] = [],
) =>
  domainSizes(
    given,
    populations.map(([domain, cases]) => population(domain, cases)),
    overrides,
  )

describe('80 per cent confidence and a margin of 5 points', () => {
  test('need 164.237 cases of any number', () => {
    expect(unlimitedSize(rule).toFixed(3)).toBe('164.237')
  })

  test.each([
    [15, '13.82', 14, 14],
    [28, '24.05', 25, 24],
    [49, '37.92', 38, 38],
    [100, '62.39', 63, 62],
    [200, '90.43', 91, 90],
  ])('of %i cases %s, rounded up %i, to the nearest %i', (cases, exact, up, nearest) => {
    expect(sizeWorking(rule, cases).corrected.toFixed(2)).toBe(exact)
    expect(sizeWorking(rule, cases).size).toBe(up)
    expect(sizeWorking({ ...rule, rounding: 'nearest' }, cases).size).toBe(nearest)
  })

  test('draw all 6 court cases of Bedfordshire', () => {
    expect(doneValue(sizes(rules(), [['court', 6]]))[0]).toMatchObject({ size: 6, allTaken: true })
  })

  test('draw nothing from nothing', () => {
    expect(doneValue(sizes(rules(), [['court', 0]]))[0]).toMatchObject({ size: 0 })
  })
})

describe('settings of the edition', () => {
  test('a minimum raises the size as far as there are cases, a maximum limits it', () => {
    expect(sizeWorking({ ...rule, minimum: 30 }, 28).size).toBe(28)
    expect(sizeWorking({ ...rule, minimum: 30 }, 49).size).toBe(38)
    expect(sizeWorking({ ...rule, minimum: 45 }, 49).size).toBe(45)
    expect(sizeWorking({ ...rule, maximum: 60 }, 200).size).toBe(60)
  })

  test('shares divide one sample of all the cases together', () => {
    const shared = rules({}, [
      ['court', 60],
      ['out-of-court', 40],
    ])
    const given = doneValue(
      sizes(shared, [
        ['court', 100],
        ['out-of-court', 100],
      ]),
    )
    expect(given.map(({ size }) => size)).toEqual([55, 36])
    expect(given[0]?.working.population).toBe(200)
  })

  test('what one kind of cases cannot supply, the others supply', () => {
    const shared = rules({}, [
      ['court', 60],
      ['out-of-court', 40],
    ])
    const given = doneValue(
      sizes(shared, [
        ['court', 10],
        ['out-of-court', 90],
      ]),
    )
    expect(given.map(({ size, allTaken }) => [size, allTaken])).toEqual([
      [10, true],
      [53, false],
    ])
  })
})

describe('a size set by hand', () => {
  const override = { domain: 'court', size: 20, reason: 'A short fieldwork.', by: 'R. Lead' }

  test('is drawn, and the calculated size is still shown', () => {
    const [court] = doneValue(sizes(rules(), [['court', 100]], [override]))
    expect(court).toMatchObject({
      calculated: 63,
      size: 20,
      override: { size: 20, reason: 'A short fieldwork.', by: 'R. Lead' },
    })
  })

  test.each([
    [{ reason: ' ' }, 'sampling.override-reason-missing'],
    [{ by: '' }, 'sampling.override-name-missing'],
    [{ size: 101 }, 'sampling.override-size-unfit'],
    [{ size: 2.5 }, 'sampling.override-size-unfit'],
    [{ domain: 'elsewhere' }, 'sampling.override-domain-unknown'],
  ])('with %j is refused: %s', (changes, code) => {
    expect(codesOf(sizes(rules(), [['court', 100]], [{ ...override, ...changes }]))).toEqual([code])
  })
})

test('the arithmetic is shown line by line', () => {
  const [court] = doneValue(
    sizes(rules(), [['court', 49]], [{ domain: 'court', size: 30, reason: 'Short week.', by: 'R. Lead' }]),
  )
  expect(court && sizeLines(court, rule).map(({ working }) => working)).toEqual([
    '49',
    'n0 = z² × p × (1 − p) ÷ e² = 1.2815515655² × 0.5 × 0.5 ÷ 0.05² = 164.237',
    'n = n0 ÷ (1 + (n0 − 1) ÷ N) = 164.237 ÷ (1 + 163.237 ÷ 49) = 37.92',
    '37.92 → 38',
    '38 → 30',
    '30 of 49',
  ])
})

describe('always', () => {
  test('a size is whole and no larger than the list, and a longer list never has a smaller sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (cases) => {
        const { size } = sizeWorking(rule, cases)
        expect(Number.isInteger(size)).toBe(true)
        expect(size).toBeLessThanOrEqual(cases)
        expect(sizeWorking(rule, cases + 1).size).toBeGreaterThanOrEqual(size)
      }),
    )
  })

  test('shares add up to the whole sample', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 99 }), (court, outOfCourt, percent) => {
        const shared = rules({}, [
          ['court', percent],
          ['out-of-court', 100 - percent],
        ])
        const given = doneValue(
          sizes(shared, [
            ['court', court],
            ['out-of-court', outOfCourt],
          ]),
        )
        const sum = given.reduce((all, { size }) => all + size, 0)
        expect(sum).toBe(sizeWorking(rule, court + outOfCourt).size)
      }),
    )
  })
})
