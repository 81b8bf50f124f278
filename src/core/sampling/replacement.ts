/** Replacing a sampled case: which reserve takes the place. Nobody chooses it. */
import type { ListedCase } from '../intake/listedCase.ts'
import { replacementFor } from './drawnSample.ts'
import { drawnCases } from './sample.ts'

/** The sample of one kind of cases without the case that goes. */
export type StayingSample = {
  /** The eligible cases of the kind. */
  readonly eligible: readonly ListedCase[]
  readonly staying: readonly string[]
  /** Reserves that are not used, in their order. */
  readonly reserves: readonly string[]
}

/**
 * The reserve that takes the place of the case that goes: the one that leaves the sample nearest to the balance of the
 * list, and of those alike in that the first in the order of the reserves. Undefined where there is none.
 */
export function replacementOf(
  { eligible, staying, reserves }: StayingSample,
  variables: readonly string[],
): string | undefined {
  return replacementFor(drawnCases(eligible, variables), staying, reserves)
}
