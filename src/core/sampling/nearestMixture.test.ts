import { expect, test } from 'vitest'
import { nearestMixture } from './nearestMixture.ts'
import { gainOf, type Sample } from './sampleSearch.ts'

function among(samples: readonly Sample[]) {
  return (lacking: readonly number[], _: readonly Sample[], least: number) =>
    samples.find((sample) => gainOf(sample, lacking) > least)
}

const pairs: readonly Sample[] = [
  [1, 1, 0, 0],
  [1, 0, 1, 0],
  [0, 1, 0, 1],
  [0, 0, 1, 1],
  [1, 0, 0, 1],
]

test('the chances of the samples give every unit its share', () => {
  const shares = [0.6, 0.45, 0.4, 0.55]
  const { samples, chances } = nearestMixture(shares, [1, 1, 0, 0], among(pairs))
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  for (const chance of chances) expect(chance).toBeGreaterThan(0)
  for (const [unit, share] of shares.entries()) {
    expect(
      samples.reduce((sum, sample, index) => sum + (sample[unit] ?? 0) * (chances[index] ?? 0), 0),
    ).toBeCloseTo(share, 8)
  }
})

test('shares that no chances of the samples give are a fault', () => {
  expect(() => nearestMixture([0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0], among(pairs.slice(0, 2)))).toThrow(
    'no samples',
  )
})
