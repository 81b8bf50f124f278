/** How long a text may be. The limits are for each entry, and generous: they limit cost, not content. */
import type { Problem } from './problem.ts'
import { problem } from './problems.ts'

/** In characters, as `length` counts them; a line break is one, as a browser counts it. */
export const textLimits = {
  /** A note, a finding, a reason for an answer. */
  note: 100_000,
  /** Why something was changed, a comment on a step, and other texts of a form. */
  reason: 5_000,
  /** A name, a title, a seed, who acts on a recommendation. */
  name: 200,
  /** A password, before it is hashed, which takes time in proportion. */
  password: 200,
  /** A one-time code or a recovery code, with the spaces that people type. */
  code: 50,
} as const

export type TextLimit = keyof typeof textLimits

/** Returns the problem of a text that is longer than its limit, at `place`; nothing if it is not. */
export function lengthProblems(
  text: string | null,
  limit: TextLimit,
  place?: Parameters<typeof problem>[2],
): readonly Problem[] {
  const count = text?.replaceAll('\r\n', '\n').length ?? 0
  const most = textLimits[limit]
  return count > most ? [problem('text.too-long', { count, limit: most }, place)] : []
}

/**
 * Returns `missing` for a text that is empty, or the problem of one that is longer than its limit, at the same place.
 */
export function textProblems(text: string, limit: TextLimit, missing: Problem): readonly Problem[] {
  return text.trim() === '' ? [missing] : lengthProblems(text, limit, missing.place)
}

/** The most characters that are accepted in any field: the page of the field refuses fewer. */
export const mostFieldLength = 2 * textLimits.note
