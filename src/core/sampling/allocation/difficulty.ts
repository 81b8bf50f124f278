/** How much harder than others a case is to assess, in points. The points are a setting. */
import type { AllocatableCase } from './allocation.ts'

/** Points for what makes a case harder; whole numbers from 0. They are added up. */
export type DifficultyWeights = {
  /** Some or all of the disposal is served in custody. */
  readonly custody: number
  /** A risk of serious harm classified as high. */
  readonly highRosh: number
  /** A risk of serious harm classified as very high. */
  readonly veryHighRosh: number
  /** A concern for safety and wellbeing classified as high. */
  readonly highSafety: number
  /** A concern for safety and wellbeing classified as very high. */
  readonly veryHighSafety: number
}

/** Used unless an inspection decides otherwise. Nothing is published: the points are ours. */
export const usualWeights: DifficultyWeights = {
  custody: 2,
  highRosh: 1,
  veryHighRosh: 2,
  highSafety: 1,
  veryHighSafety: 2,
}

/** Returns the points of a case; 0 for a case with nothing that makes it harder. */
export function difficultyOf(sampledCase: AllocatableCase, weights: DifficultyWeights): number {
  return (
    (sampledCase.custody ? weights.custody : 0) +
    classPoints(sampledCase.rosh, weights.highRosh, weights.veryHighRosh) +
    classPoints(sampledCase.safetyWellbeing, weights.highSafety, weights.veryHighSafety)
  )
}

function classPoints(classification: string, high: number, veryHigh: number): number {
  if (classification === 'very-high') return veryHigh
  return classification === 'high' ? high : 0
}
