/** Replacing a sampled case: why it may be done, and which reserve takes the place. Nobody chooses it. */
import type { ListedCase } from '../intake/listedCase.ts'
import { replacementFor } from './drawnSample.ts'
import { drawnCases } from './sample.ts'

/** Nothing is published of when a case may be replaced; these are ours. */
export const replacementReasons = {
  'not-eligible': 'It turned out not to be eligible',
  transferred: 'It belongs to another service',
  'record-not-available': 'Its record cannot be read during the fieldwork',
  'incident-under-review': 'A serious incident or proceedings in it are under review',
  'conflict-of-interest': 'Nobody on the inspection may assess it',
  'asked-not-to-be-included': 'The child or a parent asked that it is not included',
} as const satisfies Readonly<Record<string, string>>
export type ReplacementReason = keyof typeof replacementReasons

/** `text` as a reason of the list, or undefined. */
export function replacementReason(text: string): ReplacementReason | undefined {
  return isReason(text) ? text : undefined
}

function isReason(text: string): text is ReplacementReason {
  return Object.hasOwn(replacementReasons, text)
}

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
