/**
 * Chance that can be had again: says its seed, and takes one from FAULT_SEED. The same seed gives the same moments and
 * choices, though never quite the same race.
 */
export function chanceOf(what: string): () => number {
  const { FAULT_SEED } = process.env
  const seed = Number(FAULT_SEED ?? Math.floor(Math.random() * 2 ** 32))
  console.log(`${what}: FAULT_SEED=${seed}`)
  let state = seed >>> 0
  // mulberry32: small, and good enough to spread the moments of kills.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
