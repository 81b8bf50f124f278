/** Replacing a sampled case: which reserve replaces it. Nobody chooses it. */
import type { ListedCase } from '../intake/listedCase.ts'
import { replacementFor } from './drawnSample.ts'
import { drawnCases } from './sample.ts'

/** The sample of one kind of cases without the case that leaves. */
export type StayingSample = {
  /** The eligible cases of the kind. */
  readonly eligible: readonly ListedCase[]
  readonly staying: readonly string[]
  /** Reserves that are not used, in their order. */
  readonly reserves: readonly string[]
}

/**
 * Returns the reserve that replaces the case: the one that leaves the sample nearest to the balance of the list, and of
 * several that do, the first in the order of the reserves. Undefined if there is none.
 */
export function replacementOf(
  { eligible, staying, reserves }: StayingSample,
  variables: readonly string[],
): string | undefined {
  return replacementFor(drawnCases(eligible, variables), staying, reserves)
}
