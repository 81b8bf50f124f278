/** A whole number divided by weights, with no part above its limit. */

export type Part = { readonly weight: number; readonly atMost: number }

/**
 * Returns whole parts of `total`, as near to their weights as possible (largest remainders, the first of equals). What
 * a part has no room for goes to the others by their weights; nothing is left while any part has room and weight.
 */
export function shareOut(total: number, parts: readonly Part[]): readonly number[] {
  const held = parts.map(() => 0)
  let left = total
  while (left > 0) {
    const open = parts.flatMap(({ weight, atMost }, index) =>
      weight > 0 && (held[index] ?? 0) < atMost ? [{ index, weight, room: atMost - (held[index] ?? 0) }] : [],
    )
    if (open.length === 0) return held
    const shares = largestRemainders(
      left,
      open.map(({ weight }) => weight),
    )
    for (const [place, { index, room }] of open.entries()) {
      const taken = Math.min(shares[place] ?? 0, room)
      held[index] = (held[index] ?? 0) + taken
      left -= taken
    }
  }
  return held
}

function largestRemainders(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const whole = weights.map((weight) => Math.floor((total * weight) / sum))
  const rest = total - whole.reduce((all, part) => all + part, 0)
  const order = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
  const more = new Set(order.slice(0, rest).map(({ index }) => index))
  return whole.map((part, index) => part + (more.has(index) ? 1 : 0))
}
