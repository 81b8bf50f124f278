import { z } from 'zod'

const counts = z.record(z.string(), z.number())

/** What the tests do without a mutant, by their ids. */
export const measurement = z.object({
  /** Processor time of each test. */
  milliseconds: counts,
  /** How often each mutant is reached when its module is loaded. */
  static: counts,
  /** How often each test reaches each mutant. */
  perTest: z.record(z.string(), counts),
})
export type Measurement = z.infer<typeof measurement>
