/** Made-up case lists for tests and benchmarks of the draw, the same in every run. */
import type { DrawnCase } from '../../src/core/sampling/profiles.ts'
import { type Chance, seededChance } from '../../src/core/sampling/seededChance.ts'

/** How many levels gender, disposal, risk of serious harm and safety and wellbeing have. */
const usualLevels = [3, 9, 5, 5]

export type GeneratedList = { readonly cases: readonly DrawnCase[]; readonly size: number }

/** A list in which some levels of each variable are common and some rare, as in a real one. */
export function aCaseList(
  seed: string,
  size: number,
  levels: readonly number[] = usualLevels,
): readonly DrawnCase[] {
  const chance = seededChance(seed)
  const weights = levels.map((count) => Array.from({ length: count }, () => chance.share() ** 2 + 0.01))
  return Array.from({ length: size }, (_, index) => ({
    caseId: `case ${index}`,
    levels: weights.map((own) => oneOf(own, chance)),
  }))
}

function oneOf(weights: readonly number[], chance: Chance): string {
  const point = chance.share() * weights.reduce((sum, weight) => sum + weight, 0)
  let end = 0
  const level = weights.findIndex((weight) => {
    end += weight
    return point < end
  })
  return `level ${level}`
}

/** The size of 80 per cent confidence and five points of error. */
export function usualSize(cases: number): number {
  return Math.min(cases, Math.ceil(164.237 / (1 + 163.237 / cases)))
}

/** How far each level is from its proportional number in a sample of `size`, in cases. */
export function deviationsOf(
  cases: readonly DrawnCase[],
  taken: ReadonlySet<string>,
  size: number,
): readonly number[] {
  const levels = new Map<string, { cases: number; taken: number }>()
  for (const { caseId, levels: own } of cases) {
    for (const [variable, level] of own.entries()) {
      const key = `${variable} ${level}`
      const count = levels.get(key) ?? { cases: 0, taken: 0 }
      count.cases += 1
      count.taken += taken.has(caseId) ? 1 : 0
      levels.set(key, count)
    }
  }
  return [...levels.values()].map((level) => Math.abs(level.taken - (size * level.cases) / cases.length))
}
