import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCaseList, deviationsOf, usualSize } from '../../../test/support/generatedLists.ts'
import { drawDomain, replacementFor, topUpDomain } from './drawnSample.ts'
import { nearestMixture } from './nearestMixture.ts'
import type { DrawnCase } from './profiles.ts'
import { gainOf, type Sample } from './sampleSearch.ts'

/** The greatest deviation of any level from its proportional number. */
function greatestDeviation(cases: readonly DrawnCase[], taken: readonly string[]): number {
  return Math.max(0, ...deviationsOf(cases, new Set(taken), taken.length))
}

const lists = fc
  .record({
    seed: fc.string({ minLength: 1 }),
    size: fc.integer({ min: 1, max: 120 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ seed, size, share }) => ({ seed, cases: aCaseList(seed, size), size: Math.round(share * size) }))

/** The same lists in every run: what they show about the balance was looked at once and holds from then on. */
const settled = { seed: 2022, numRuns: 25 }

test('a draw gives the same sample for ever', () => {
  const { sampled, reserves } = drawDomain(
    'cube-1',
    aCaseList('a list of forty', 40),
    12,
    'agreed in the open\ncourt',
  )
  expect({ sampled, reserves: reserves.slice(0, 5) }).toEqual({
    sampled: [14, 20, 22, 24, 28, 29, 32, 37, 5, 6, 7, 9].map((number) => `case ${number}`),
    reserves: [36, 30, 33, 25, 12].map((number) => `case ${number}`),
  })
})

test('all 6 of 6 cases are drawn, and no reserve is left', () => {
  const cases = aCaseList('Bedfordshire', 6)
  const { sampled, reserves } = drawDomain('cube-1', cases, 6, 'seed')
  expect(sampled).toEqual(cases.map(({ caseId }) => caseId))
  expect(reserves).toEqual([])
})

test('one case, no cases and lists without anything to balance by can be drawn from', () => {
  const plain = Array.from({ length: 9 }, (_, index) => ({ caseId: `case ${index}`, levels: [] }))
  expect(drawDomain('cube-1', plain, 4, 'seed').sampled).toHaveLength(4)
  expect(drawDomain('cube-1', plain, 0, 'seed').sampled).toEqual([])
  expect(drawDomain('cube-1', plain.slice(0, 1), 1, 'seed').sampled).toEqual(['case 0'])
  expect(drawDomain('cube-1', [], 0, 'seed')).toEqual({ sampled: [], reserves: [] })
})

test('a variable of 60 levels does not stop a draw, and the others stay balanced', () => {
  const cases = aCaseList('disposals as they were written', 400, [3, 60, 5, 5])
  const { sampled } = drawDomain('cube-1', cases, 117, 'seed')
  const others = cases.map(({ caseId, levels }) => ({
    caseId,
    levels: levels.filter((_, variable) => variable !== 1),
  }))
  expect(sampled).toHaveLength(117)
  expect(greatestDeviation(others, sampled)).toBeLessThan(1)
})

test('another seed gives another draw', () => {
  const cases = aCaseList('a list', 60)
  expect(drawDomain('cube-1', cases, 20, 'one').sampled).not.toEqual(
    drawDomain('cube-1', cases, 20, 'other').sampled,
  )
})

test.each([-1, 1.5, 11, Number.NaN])('a sample of %d from ten cases is a fault', (size) => {
  expect(() => drawDomain('cube-1', aCaseList('ten', 10), size, 'seed')).toThrow(RangeError)
})

test('a girl in custody is replaced by a girl in custody if there is one', () => {
  const boys = Array.from({ length: 30 }, (_, index) => ({
    caseId: `boy ${index}`,
    levels: ['boy', 'community'],
  }))
  const girls = Array.from({ length: 4 }, (_, index) => ({
    caseId: `girl ${index}`,
    levels: ['girl', 'custody'],
  }))
  const cases = [...boys, ...girls]
  const { sampled, reserves } = drawDomain('cube-1', cases, 17, 'seed')
  const goes = sampled.find((caseId) => caseId.startsWith('girl'))
  const held = sampled.filter((caseId) => caseId !== goes)
  expect(sampled.filter((caseId) => caseId.startsWith('girl'))).toHaveLength(2)
  expect(replacementFor(cases, held, reserves)).toBe(reserves.find((caseId) => caseId.startsWith('girl')))
  expect(replacementFor(cases, held, [])).toBeUndefined()
})

describe('always', () => {
  test('the sample has its size, and every case is once in the sample or the reserves', () => {
    fc.assert(
      fc.property(lists, ({ cases, size, seed }) => {
        const { sampled, reserves } = drawDomain('cube-1', cases, size, seed)
        expect(sampled).toHaveLength(size)
        expect([...sampled, ...reserves].sort()).toEqual(cases.map(({ caseId }) => caseId).sort())
      }),
    )
  })

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(lists, fc.string(), ({ cases, size }, seed) => {
        const turned = [...cases].reverse()
        const half = Math.floor(cases.length / 2)
        const cut = [...cases.slice(half), ...cases.slice(0, half)]
        const drawn = drawDomain('cube-1', cases, size, seed)
        expect(drawDomain('cube-1', turned, size, seed)).toEqual(drawn)
        expect(drawDomain('cube-1', cut, size, seed)).toEqual(drawn)
      }),
      { numRuns: 40 },
    )
  })

  test('every level of lists of 25 to 400 cases is within one case of its proportional number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 400 }), fc.integer(), (count, number) => {
        const cases = aCaseList(`${number}`, count)
        expect(
          greatestDeviation(cases, drawDomain('cube-1', cases, usualSize(count), 'seed').sampled),
        ).toBeLessThan(1)
      }),
      settled,
    )
  })

  test.each([1000, 5000, 20_000])('every level of a list of %i cases is within one case', (count) => {
    const cases = aCaseList(`large ${count}`, count)
    expect(
      greatestDeviation(cases, drawDomain('cube-1', cases, usualSize(count), 'seed').sampled),
    ).toBeLessThan(1)
    expect(greatestDeviation(cases, drawDomain('cube-1', cases, count / 2, 'seed').sampled)).toBeLessThan(1)
  })

  test('in small lists a level is a whole case out only if equal chances are impossible otherwise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 14 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (count, size, number) => {
          const cases = aCaseList(`${number}`, count)
          const deviation = greatestDeviation(cases, drawDomain('cube-1', cases, size, 'seed').sampled)
          if (deviation >= 1 - 1e-9) expect(balancedChancesExist(cases, size)).toBe(false)
        },
      ),
      { seed: 2022, numRuns: 150 },
    )
  })

  test('the reserves in their order preserve the balance', () => {
    let out = 0
    let all = 0
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 150 }), fc.integer(), (count, number) => {
        const cases = aCaseList(`${number}`, count)
        const { sampled, reserves } = drawDomain('cube-1', cases, Math.ceil(count / 3), 'seed')
        for (let taken = 1; taken <= reserves.length; taken += 1) {
          const deviation = greatestDeviation(cases, [...sampled, ...reserves.slice(0, taken)])
          expect(deviation).toBeLessThan(2)
          out += deviation >= 1 ? 1 : 0
          all += 1
        }
      }),
      settled,
    )
    expect(out / all).toBeLessThan(0.03)
  })

  test('a top-up preserves the sample and adds what is missing from the list as it is now', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 40 }), ({ cases, size, seed }, more) => {
        const { sampled } = drawDomain('cube-1', cases, size, seed)
        const now = [
          ...cases.slice(1),
          ...aCaseList(`${seed} more`, more).map((added) => ({ ...added, caseId: `new ${added.caseId}` })),
        ]
        const ids = new Set(now.map(({ caseId }) => caseId))
        const held = sampled.filter((caseId) => ids.has(caseId))
        const wanted = Math.min(now.length, size + 3)
        const { added, reserves } = topUpDomain('cube-1', now, sampled, { size: wanted, seed })
        expect(held.length + added.length).toBe(Math.max(held.length, wanted))
        expect([...held, ...added, ...reserves].sort()).toEqual([...ids].sort())
      }),
    )
  })

  test('a top-up of the same list uses the reserves in their order', () => {
    fc.assert(
      fc.property(lists, ({ cases, size, seed }) => {
        const { sampled, reserves } = drawDomain('cube-1', cases, size, seed)
        expect(topUpDomain('cube-1', cases, sampled, { size, seed })).toEqual({ added: [], reserves })
      }),
      { numRuns: 40 },
    )
  })
})

/** Whether samples in which no level is a whole case out, all of them tried, can give every case the same chance. */
function balancedChancesExist(cases: readonly DrawnCase[], size: number): boolean {
  const balanced = samplesOf(cases.length, size).filter((sample) => {
    const taken = cases.flatMap(({ caseId }, index) => (sample[index] === 1 ? [caseId] : []))
    return greatestDeviation(cases, taken) < 1 - 1e-9
  })
  const [first] = balanced
  if (first === undefined) return false
  try {
    nearestMixture(
      cases.map(() => size / cases.length),
      first,
      (lacking, _, least) => balanced.find((sample) => gainOf(sample, lacking) > least),
    )
    return true
  } catch {
    return false
  }
}

function samplesOf(cases: number, size: number): readonly Sample[] {
  if (size > cases) return []
  if (cases === 0) return [[]]
  const without = samplesOf(cases - 1, size).map((sample) => [...sample, 0])
  return size === 0
    ? without
    : [...without, ...samplesOf(cases - 1, size - 1).map((sample) => [...sample, 1])]
}
