/** That every case has the same chance, tested as a survey statistician does. The seeds are fixed: the outcome is too. */
import { describe, expect, test } from 'vitest'
import { drawDomain } from './drawnSample.ts'
import type { DrawnCase } from './profiles.ts'

/** Counts for each case in how many draws it was, and for each two cases in how many they were together. */
type Counts = {
  readonly draws: number
  readonly once: readonly number[]
  readonly together: readonly number[][]
}

function countDraws(
  cases: readonly DrawnCase[],
  draws: number,
  draw: (seed: string) => readonly string[],
): Counts {
  const together = cases.map(() => cases.map(() => 0))
  for (let seed = 0; seed < draws; seed += 1) {
    const taken = new Set(draw(`seed ${seed}`))
    const indices = [...cases.keys()].filter((index) => taken.has(cases[index]?.caseId ?? ''))
    for (const one of indices) for (const other of indices) add(together, one, other)
  }
  return { draws, once: together.map((row, index) => row[index] ?? 0), together }
}

function add(counts: number[][], row: number, column: number): void {
  const counted = counts[row]
  if (counted !== undefined) counted[column] = (counted[column] ?? 0) + 1
}

/**
 * The probability of deviations from `share` as great as those counted, if every case had that chance: a chi-square test
 * with the second-order correction for draws whose cases depend on one another (Rao and Scott, Annals of Statistics 12,
 * 1984); its tail by the cube root of Wilson and Hilferty.
 */
function probabilityOf({ draws, once, together }: Counts, share: number): number {
  const variance = share * (1 - share)
  const statistic = once.reduce((sum, count) => sum + (count - draws * share) ** 2 / (draws * variance), 0)
  const trace = once.length
  const squares = together
    .flat()
    .reduce((sum, count) => sum + ((count / draws - share ** 2) / variance) ** 2, 0)
  const freedom = trace ** 2 / squares
  const scaled = (statistic * trace) / squares
  const normal = ((scaled / freedom) ** (1 / 3) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom))
  return upperTail(normal)
}

/** Abramowitz and Stegun 26.2.17. */
function upperTail(normal: number): number {
  if (normal < 0) return 1 - upperTail(-normal)
  const t = 1 / (1 + 0.2316419 * normal)
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-normal * normal) / 2) / Math.sqrt(2 * Math.PI)) * series
}

/** Girls, custody and high risk are rare, and no two profiles are the same size. */
const cases: readonly DrawnCase[] = [
  ['boy', 'community', 'low'],
  ['boy', 'community', 'low'],
  ['boy', 'community', 'low'],
  ['boy', 'community', 'low'],
  ['boy', 'community', 'low'],
  ['boy', 'community', 'medium'],
  ['boy', 'community', 'medium'],
  ['boy', 'community', 'medium'],
  ['boy', 'custody', 'medium'],
  ['boy', 'custody', 'high'],
  ['boy', 'referral', 'low'],
  ['boy', 'referral', 'medium'],
  ['boy', 'referral', 'high'],
  ['girl', 'community', 'low'],
  ['girl', 'community', 'high'],
  ['girl', 'custody', 'high'],
  ['girl', 'referral', 'medium'],
].map((levels, index) => ({ caseId: `case ${index}`, levels }))

const draws = 2000

describe('the chances of 17 cases in 2,000 draws', () => {
  test.each([2, 7, 13])('in samples of %i are the same', (size) => {
    const counts = countDraws(cases, draws, (seed) => drawDomain('cube-1', cases, size, seed).sampled)
    const share = size / cases.length
    expect(probabilityOf(counts, share)).toBeGreaterThan(0.001)
    for (const count of counts.once) {
      const deviates = (count - draws * share) / Math.sqrt(draws * share * (1 - share))
      expect(Math.abs(deviates)).toBeLessThan(4)
    }
  })

  test('are found unequal if one case is left out of one draw in five', () => {
    const counts = countDraws(cases, draws, (seed) => {
      const { sampled, reserves } = drawDomain('cube-1', cases, 7, seed)
      const spared = /[27]$/.test(seed) ? sampled.filter((caseId) => caseId !== 'case 9') : sampled
      return spared.length < sampled.length ? [...spared, ...reserves.slice(0, 1)] : sampled
    })
    expect(probabilityOf(counts, 7 / 17)).toBeLessThan(0.001)
  })
})
