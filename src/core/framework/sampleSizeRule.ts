/** How many cases an edition draws. */

export const sampleRoundings = ['up', 'nearest'] as const

export type SampleSizeRule = {
  readonly confidencePercent: number
  /** Standard normal deviate of that confidence. */
  readonly z: number
  readonly marginPoints: number
  readonly proportion: number
  readonly rounding: (typeof sampleRoundings)[number]
  readonly minimum: number | null
  readonly maximum: number | null
}
